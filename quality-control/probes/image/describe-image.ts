import type { AnimationFacts, ColourModel, ImageFacts } from '../../facts/image'

/** The technical facts of an image for the report, in its order. */
export function describeImage(image: ImageFacts): { label: string; value: string }[] {
  const { widthPixels, heightPixels, profile, statedPpi, jpeg, animation, hdr } = image
  const rows: [string, string | undefined][] = [
    ['Size', `${widthPixels} × ${heightPixels} pixels`],
    ['Format', image.format.toUpperCase()],
    ['Colour', `${colourNames[image.colourModel]}, ${image.bitsPerChannel} bits per channel`],
    ['Colour profile', profile === undefined ? 'none' : profile.name],
    ['Transparency', transparency(image)],
    ['Stated resolution', statedPpi === undefined ? undefined : `${statedPpi} ppi`],
    [
      'JPEG quality',
      jpeg &&
        `about ${jpeg.quality} of 100, chroma ${jpeg.chromaSubsampling}` +
          (jpeg.isProgressive ? ', progressive' : ''),
    ],
    ['Pages', image.pages > 1 && animation === undefined ? String(image.pages) : undefined],
    ['Animation', animation && describeAnimation(animation)],
    ['High dynamic range', hdr && hdrNames[hdr]],
  ]
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

const colourNames: Record<ColourModel, string> = {
  rgb: 'RGB',
  grey: 'greyscale',
  cmyk: 'CMYK',
  lab: 'Lab',
  other: 'another colour model',
}
const hdrNames = { pq: 'PQ (HDR10)', hlg: 'HLG', 'gain map': 'gain map' }

function transparency({ hasAlphaChannel, pixels }: ImageFacts): string {
  if (!hasAlphaChannel) return 'no alpha channel'
  if (pixels === undefined) return 'alpha channel'
  return pixels.transparentShare === 0
    ? 'alpha channel, all opaque'
    : `${Math.round(pixels.transparentShare * 100)} % of the image`
}

function describeAnimation({ frames, durationSeconds, loops }: AnimationFacts): string {
  const times = loops === 0 ? 'for ever' : loops === 1 ? 'once' : `${loops} times`
  return `${frames} frames, ${durationSeconds} s, plays ${times}`
}
