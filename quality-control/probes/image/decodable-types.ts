/**
 * Formats that the image library opens here, by their detected type. Apart from it, so that the worker need
 * not load it.
 */
export const decodableTypes: readonly string[] = ['jpeg', 'png', 'gif', 'webp', 'tiff', 'avif']
