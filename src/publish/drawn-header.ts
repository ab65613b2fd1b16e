/** The header by which a preview picture tells the build that counts them whether it was drawn just now. */
export const DRAWN = 'x-drawn';
