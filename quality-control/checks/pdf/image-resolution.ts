import { defineCheck } from '../check'

export default defineCheck({
  title: 'Image resolution is high enough',
  failureTitle: 'Image resolution is too low',
  why: 'Below about 225 pixels per inch a printed image looks soft. Below 150 its pixels become visible.',
  remedy:
    'Replace the image with a larger original, or place it smaller. Enlarging it in software adds no ' +
    'detail.',
  source:
    'Ghent Workgroup 2015, "Image Resolution": 149 ppi fails, 224 ppi warns, 1-bit 549 and 799 ppi, ' +
    'images of 16 pixels or less are skipped',
  needs: ['pdf'],
  severity: 'blocker',
  settings: {
    failBelowPpi: { doc: 'Lower resolution fails', format: 'nat', unit: 'ppi', default: 150 },
    warnBelowPpi: { doc: 'Lower resolution warns', format: 'nat', unit: 'ppi', default: 225 },
    lineArtFailBelowPpi: {
      doc: 'Lower resolution of 1-bit images fails: their edges have no grey to smooth them',
      format: 'nat',
      unit: 'ppi',
      default: 550,
    },
    lineArtWarnBelowPpi: {
      doc: 'Lower resolution of 1-bit images warns',
      format: 'nat',
      unit: 'ppi',
      default: 800,
    },
    maxIgnoredPixels: {
      doc: 'Images with a side of at most this many pixels are skipped: fills and gradients',
      format: 'nat',
      unit: 'pixels',
      default: 16,
    },
    minSideMm: {
      doc: 'Minimum length of the shorter side; smaller images are skipped: rules, dots and shadows',
      format: 'number',
      unit: 'mm',
      min: 0,
      default: 5,
    },
  },
  run: (
    { pdf: { pages } },
    { failBelowPpi, warnBelowPpi, lineArtFailBelowPpi, lineArtWarnBelowPpi, maxIgnoredPixels, minSideMm },
  ) =>
    pages.flatMap(({ page, images }) =>
      images.flatMap(({ ppi, widthPixels, heightPixels, space, bitsPerComponent, box }) => {
        if (Math.min(widthPixels, heightPixels) <= maxIgnoredPixels) return []
        const isLineArt = space === 'mask' || bitsPerComponent === 1
        const wantedPpi = isLineArt ? lineArtWarnBelowPpi : warnBelowPpi
        const failsBelowPpi = isLineArt ? lineArtFailBelowPpi : failBelowPpi
        const shorterSideMm = (Math.min(widthPixels, heightPixels) / ppi) * 25.4
        if (shorterSideMm < minSideMm || ppi >= wantedPpi - 0.5) return []
        const level = ppi < failsBelowPpi - 0.5 ? ('fail' as const) : ('warn' as const)
        const message =
          `Page ${page}: ${isLineArt ? 'line art' : 'an image'} ` +
          `of ${widthPixels} × ${heightPixels} pixels has ` +
          `${Math.round(ppi)} ppi; expected ${wantedPpi}.`
        return [
          {
            level,
            message,
            at: { page, box },
            measured: `${Math.round(ppi)} ppi`,
            expected: `at least ${wantedPpi} ppi`,
          },
        ]
      }),
    ),
})
