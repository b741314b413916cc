import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The picture is fine enough to print',
  failureTitle: 'The picture is too coarse to print',
  why: 'Below about 225 pixels per inch a printed picture looks soft, below 150 its pixels show.',
  remedy:
    'Deliver the picture with more pixels, from the original. Writing another number of pixels per inch into the file adds no detail.',
  needs: ['image'],
  severity: 'major',
  settings: {
    printWidthMm: {
      doc: 'Width in print; 0 takes what the file states',
      format: 'number',
      unit: 'mm',
      min: 0,
      default: 0,
    },
    printHeightMm: {
      doc: 'Height in print; 0 takes what the file states',
      format: 'number',
      unit: 'mm',
      min: 0,
      default: 0,
    },
    failBelowPpi: { doc: 'Coarser pictures fail', format: 'nat', unit: 'ppi', default: 150 },
    warnBelowPpi: { doc: 'Coarser pictures warn', format: 'nat', unit: 'ppi', default: 300 },
  },
  run: (
    { image: { widthPixels, heightPixels, statedPpi } },
    { printWidthMm, printHeightMm, failBelowPpi, warnBelowPpi },
  ) => {
    const bySize = [inInches(widthPixels, printWidthMm), inInches(heightPixels, printHeightMm)].filter(
      (ppi) => ppi !== undefined,
    )
    const ppi = bySize.length > 0 ? Math.min(...bySize) : statedPpi
    if (ppi === undefined)
      return notApplicable('Neither the profile nor the file says how large it will be printed.')
    if (ppi >= Math.max(failBelowPpi, warnBelowPpi) - 0.5) return []
    const level = ppi < failBelowPpi - 0.5 ? ('fail' as const) : ('warn' as const)
    const size = bySize.length > 0 ? 'at its size in print' : 'as the file states'
    const expected = `at least ${Math.max(failBelowPpi, warnBelowPpi)} ppi`
    const measured = `${Math.round(ppi)} ppi`
    return [
      { level, message: `The picture has ${measured} ${size}; wanted: ${expected}.`, measured, expected },
    ]
  },
})

function inInches(pixels: number, millimetres: number): number | undefined {
  return millimetres > 0 ? pixels / (millimetres / 25.4) : undefined
}
