import { minifySync } from 'vite';
import shareButtons from '../share/share-buttons.js?raw';

/**
 * The one script of a page, made once for all of them. Its text is the same on every page, so that one hash in a
 * policy allows it.
 */
export const PAGE_SCRIPT = minifySync('page.js', shareButtons).code;
