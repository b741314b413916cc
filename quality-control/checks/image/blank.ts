import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The picture shows something',
  failureTitle: 'The picture is blank',
  why: 'A picture of one flat colour is nearly always an export with the layers switched off.',
  remedy: 'Open the original, switch the layers on and export again.',
  needs: ['image'],
  severity: 'major',
  settings: {
    minDeviationLevels: {
      doc: 'Least standard deviation of the colours; a line of small print on white has about 8',
      format: 'number',
      unit: 'of 255',
      min: 0,
      default: 1.5,
    },
  },
  run: ({ image: { pixels } }, { minDeviationLevels }) => {
    if (pixels === undefined) return notApplicable('The picture does not decode: see its integrity.')
    if (pixels.deviation >= minDeviationLevels) return []
    const isSeeThrough = pixels.transparentShare > 0.99
    const message = isSeeThrough
      ? 'The picture is transparent all over, or white on transparent.'
      : 'The picture is one flat colour.'
    return [
      {
        message,
        measured: `deviation ${pixels.deviation.toFixed(1)}`,
        expected: `at least ${minDeviationLevels}`,
      },
    ]
  },
})
