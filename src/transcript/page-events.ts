/** How many bytes of events the page holds in one element: enough to compress well, few enough to tell how far it has read. */
export const PACK_BYTES = 2 * 1024 * 1024

/** Events as the page holds them: packed in gzip in base64, in an element that hides them and says so (`data-encoding="gzip"`). */
export const packElement = (pack: Uint8Array): string =>
  `<div hidden data-encoding="gzip">${Buffer.from(pack.buffer, pack.byteOffset, pack.length).toString('base64')}</div>\n`
