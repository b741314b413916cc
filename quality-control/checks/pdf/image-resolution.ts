import { defineCheck } from '../check'

export default defineCheck({
  title: 'Pictures are fine enough to print',
  failureTitle: 'Pictures are too coarse to print',
  why: 'Below about 225 pixels per inch a printed picture looks soft, below 150 its pixels show.',
  remedy:
    'Replace the picture by a larger original, or place it smaller. Enlarging it in software adds no detail.',
  needs: ['pdf'],
  severity: 'blocker',
  settings: {
    failBelowPpi: { doc: 'Coarser pictures fail', format: 'nat', unit: 'ppi', default: 150 },
    warnBelowPpi: { doc: 'Coarser pictures warn', format: 'nat', unit: 'ppi', default: 225 },
    lineArtWarnBelowPpi: {
      doc: 'Coarser pictures of one bit warn',
      format: 'nat',
      unit: 'ppi',
      default: 300,
    },
    minSideMm: {
      doc: 'Pictures with a shorter side than this are not judged: rules, dots and shadows',
      format: 'number',
      unit: 'mm',
      min: 0,
      default: 5,
    },
  },
  run: ({ pdf: { pages } }, { failBelowPpi, warnBelowPpi, lineArtWarnBelowPpi, minSideMm }) =>
    pages.flatMap(({ page, images }) =>
      images.flatMap(({ ppi, widthPixels, heightPixels, space, bitsPerComponent, box }) => {
        const isLineArt = space === 'mask' || bitsPerComponent === 1
        const wantedPpi = isLineArt ? Math.max(warnBelowPpi, lineArtWarnBelowPpi) : warnBelowPpi
        const shorterSideMm = (Math.min(widthPixels, heightPixels) / ppi) * 25.4
        if (shorterSideMm < minSideMm || ppi >= wantedPpi - 0.5) return []
        const level = ppi < failBelowPpi - 0.5 ? ('fail' as const) : ('warn' as const)
        const message = `A picture on page ${page} (${widthPixels} × ${heightPixels} pixels) has ${Math.round(ppi)} pixels per inch at its size; wanted: ${wantedPpi}.`
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
