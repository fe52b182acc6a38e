/** What a paper may be. A file of 20 MB is a photo of the largest phones or a scan of many pages. */
export const FILE_LIMIT_BYTES = 20 * 1024 * 1024;
/** Pages of one paper, all files together. */
export const PAGES_LIMIT = 30;
/** Pixels of a picture before it is opened: 80 million, more than any phone here takes; a picture that claims more is a trap. */
export const PIXELS_LIMIT = 80_000_000;
/** A4 at 200 dpi: enough to read the smallest stamp, small enough for a weak line. */
export const LONG_SIDE_PX = 2339;
export const PREVIEW_LONG_SIDE_PX = 1000;
