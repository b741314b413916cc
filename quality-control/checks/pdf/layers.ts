import { defineCheck } from '../check'

export default defineCheck({
  title: 'No layer is hidden',
  failureTitle: 'PDF has layers that are hidden or not printed',
  why: 'A layer that is hidden here may be printed elsewhere, or the other way round.',
  remedy: 'Delete the hidden layers and flatten the rest when you export.',
  source: 'ISO 32000-1, 8.11 (optional content); PDF/X-1a and X-3 have no layers',
  needs: ['pdf'],
  severity: 'minor',
  settings: {
    isVisibleAccepted: {
      doc: 'Layers that are both shown and printed are accepted',
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
          message: `The layer "${name}" is ${measured}.`,
          measured,
          expected: isVisibleAccepted ? 'shown and printed' : 'no layers',
        }
      }),
})
