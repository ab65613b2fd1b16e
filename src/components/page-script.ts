import { minifySync } from 'vite';
import frameHeight from '../share/frame-height.js?raw';
import shareButtons from '../share/share-buttons.js?raw';

/**
 * The one script of a page, made once for all of them. Its text is the same on every page, so that one hash in a
 * policy allows it.
 */
export const PAGE_SCRIPT = minifySync('page.js', shareButtons).code;

/** The one script of an embedded timeline. */
export const EMBED_SCRIPT = minifySync('embed.js', frameHeight).code;
