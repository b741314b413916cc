import sharp from 'sharp'

/**
 * The only way an image is opened: the library keeps only the loaders listed below (no SVG, PDF or
 * ImageMagick, which open other files), one thread and no cache, so that memory is returned.
 */
export function openImage(path: string, options: sharp.SharpOptions): sharp.Sharp {
  prepareOnce()
  return sharp(path, { sequentialRead: true, limitInputChannels: maxChannels, ...options })
}

/** The JPEG that an EXIF block carries beside the image. */
export function openThumbnail(jpeg: Buffer): sharp.Sharp {
  prepareOnce()
  return sharp(jpeg, { limitInputPixels: 1 << 20, failOn: 'none' })
}

/** Print files have spot colours and selections besides their four inks. */
const maxChannels = 60

let isPrepared = false

function prepareOnce(): void {
  if (isPrepared) return
  isPrepared = true
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: loaders })
}

/** Without the gain-map loader (Uhdr): it would decode the second image as well. */
const loaders = [
  'VipsForeignLoadJpegFile',
  'VipsForeignLoadJpegBuffer',
  'VipsForeignLoadPngFile',
  'VipsForeignLoadNsgifFile',
  'VipsForeignLoadWebpFile',
  'VipsForeignLoadTiffFile',
  'VipsForeignLoadHeifFile',
]
