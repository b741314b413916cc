import { defineCheck } from '../check'

export default defineCheck({
  title: 'No layer is hidden or unagreed',
  failureTitle: 'The PDF has layers that may show or not',
  why: 'What is hidden here may be printed elsewhere, and the other way round.',
  remedy: 'Delete layers that are not to be seen, and flatten the rest when exporting.',
  needs: ['pdf'],
  severity: 'minor',
  settings: {
    isVisibleAccepted: {
      doc: 'Whether layers pass that are both shown and printed',
      format: 'boolean',
      default: true,
    },
  },
  run: ({ pdf: { layers } }, { isVisibleAccepted }) =>
    layers
      .filter(({ isVisible, isPrinted }) => !isVisibleAccepted || !isVisible || !isPrinted)
      .map(({ name, isVisible, isPrinted }) => {
        const measured =
          isVisible && isPrinted
            ? 'shown'
            : isVisible
              ? 'shown, not printed'
              : isPrinted
                ? 'hidden, but printed'
                : 'hidden'
        return {
          level: 'warn' as const,
          message: `The layer ${name} is ${measured}.`,
          measured,
          expected: isVisibleAccepted ? 'shown and printed' : 'no layers',
        }
      }),
})
