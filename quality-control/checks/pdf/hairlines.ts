import type { PdfPage } from '../../facts/pdf'
import { type CheckFinding, defineCheck } from '../check'

export default defineCheck({
  title: 'No line is too thin to print',
  failureTitle: 'Lines are too thin to print',
  why: 'Very thin lines break up or disappear in print, although they look fine on screen.',
  remedy: 'Make lines at least 0.25 pt wide, and wider where they are not solid black.',
  source:
    'Ghent Workgroup 2015, "Effective Line Width" (no figure could be confirmed); 0.25 pt, and 0.5 pt for ' +
    'white lines and several inks, are the printers’ common rules',
  needs: ['pdf'],
  severity: 'minor',
  settings: {
    minWidthPoints: {
      doc: 'Minimum line width at final size',
      format: 'number',
      unit: 'pt',
      min: 0,
      max: 1,
      default: 0.25,
    },
    minRegisterWidthPoints: {
      doc: 'Minimum width of white lines and of lines in several inks, which need exact register',
      format: 'number',
      unit: 'pt',
      min: 0,
      max: 1,
      default: 0.5,
    },
  },
  run: ({ pdf: { pages } }, { minWidthPoints, minRegisterWidthPoints }) =>
    pages.flatMap(({ page, thinLines }) => {
      const delicate = thinLines.filter(
        ({ inks, widthPoints }) =>
          inks !== undefined && widthPoints >= minWidthPoints && widthPoints < minRegisterWidthPoints,
      )
      return [
        ...tooThinOn(page, thinLines, minWidthPoints),
        ...needRegister(page, delicate, minRegisterWidthPoints),
      ]
    }),
})

type ThinLines = PdfPage['thinLines']

function needRegister(page: number, lines: ThinLines, minRegisterWidthPoints: number): CheckFinding[] {
  return (['white', 'several'] as const).flatMap((inks) => {
    const [thinnest] = lines.filter((line) => line.inks === inks)
    if (thinnest === undefined) return []
    const kind = inks === 'white' ? 'white lines' : 'lines in several inks'
    const message =
      `Page ${page} has ${kind} thinner than ${minRegisterWidthPoints} pt; the thinnest is ` +
      `${thinnest.widthPoints} pt.`
    return [
      {
        level: 'warn' as const,
        message,
        at: { page },
        measured: `${thinnest.widthPoints} pt`,
        expected: `at least ${minRegisterWidthPoints} pt`,
      },
    ]
  })
}

function tooThinOn(page: number, thinLines: ThinLines, minWidthPoints: number): CheckFinding[] {
  const tooThin = thinLines.filter(({ widthPoints }) => widthPoints < minWidthPoints)
  const [thinnest] = tooThin
  if (thinnest === undefined) return []
  const count = tooThin.reduce((sum, one) => sum + one.count, 0)
  const measured = `${thinnest.widthPoints} pt`
  const message =
    `Page ${page} has ${count} ${count === 1 ? 'line' : 'lines'} thinner than ` +
    `${minWidthPoints} pt; the thinnest is ${measured}.`
  return [{ message, at: { page }, measured, expected: `at least ${minWidthPoints} pt` }]
}
