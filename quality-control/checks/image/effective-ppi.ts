import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Image resolution is high enough for print',
  failureTitle: 'Image resolution is too low for print',
  why: 'Below about 225 pixels per inch a printed image looks soft. Below 150 its pixels become visible.',
  remedy: 'Deliver the original with more pixels. A different ppi number in the file adds no detail.',
  source: 'Ghent Workgroup 2015 (149 and 224 ppi); the common rule of 300 ppi for a 150 lpi screen',
  needs: ['image'],
  severity: 'major',
  settings: {
    printWidthMm: {
      doc: 'Printed width; 0 uses the ppi that the file states',
      format: 'number',
      unit: 'mm',
      min: 0,
      default: 0,
    },
    printHeightMm: {
      doc: 'Printed height; 0 uses the ppi that the file states',
      format: 'number',
      unit: 'mm',
      min: 0,
      default: 0,
    },
    failBelowPpi: { doc: 'Lower resolution fails', format: 'nat', unit: 'ppi', default: 150 },
    warnBelowPpi: { doc: 'Lower resolution warns', format: 'nat', unit: 'ppi', default: 300 },
  },
  run: (
    { image: { widthPixels, heightPixels, statedPpi } },
    { printWidthMm, printHeightMm, failBelowPpi, warnBelowPpi },
  ) => {
    const bySize = [inInches(widthPixels, printWidthMm), inInches(heightPixels, printHeightMm)].filter(
      (ppi) => ppi !== undefined,
    )
    const ppi = bySize.length > 0 ? Math.min(...bySize) : statedPpi
    if (ppi === undefined) return notApplicable('Neither the profile nor the file states the printed size.')
    if (ppi >= Math.max(failBelowPpi, warnBelowPpi) - 0.5) return []
    const level = ppi < failBelowPpi - 0.5 ? ('fail' as const) : ('warn' as const)
    const size = bySize.length > 0 ? 'at its printed size' : 'as stated in the file'
    const expected = `at least ${Math.max(failBelowPpi, warnBelowPpi)} ppi`
    const measured = `${Math.round(ppi)} ppi`
    return [
      { level, message: `The image has ${measured} ${size}; expected ${expected}.`, measured, expected },
    ]
  },
})

function inInches(pixels: number, millimetres: number): number | undefined {
  return millimetres > 0 ? pixels / (millimetres / 25.4) : undefined
}
