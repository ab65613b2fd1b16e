/** The site's own address, absolute, with a trailing slash. Set by the integration. */
declare const SITE_BASE: string;

/** Whether drafts are shown, and content is read anew at every request: in `dev` alone. Set by the integration. */
declare const SHOWS_DRAFTS: boolean;
