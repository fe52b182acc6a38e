/** What a paper may be. A file of 20 MB is a photo of the largest phones or a scan of many pages. */
export const FILE_LIMIT_BYTES = 20 * 1024 * 1024;
/** Pages of one paper, all files together. */
export const PAGES_LIMIT = 30;
/** Pixels of a picture before it is opened: 80 million, more than any phone here takes; a picture that claims more is a trap. */
export const PIXELS_LIMIT = 80_000_000;
/** A4 at 200 dpi: enough to read the smallest stamp, small enough for a weak line. */
export const LONG_SIDE_PX = 2339;
export const PREVIEW_LONG_SIDE_PX = 1000;
/** Two seconds on a line of 256 kbit/s. */
export const PREVIEW_LIMIT_BYTES = 60_000;
/** What all of a PDF may become when it is unpacked: thirty A4 pages in colour at 200 dpi are 350 MB. */
export const PDF_UNPACKED_LIMIT_BYTES = 600_000_000;
