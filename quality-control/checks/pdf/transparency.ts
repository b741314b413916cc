import { defineCheck } from '../check'
import { samePages } from '../same-pages'

const kinds = {
  alpha: 'transparent objects',
  softMask: 'soft masks',
  blendMode: 'blend modes',
  group: 'transparency groups',
}

export default defineCheck({
  title: 'PDF has no live transparency',
  failureTitle: 'PDF has live transparency',
  why:
    'Older print workflows flatten transparent objects themselves. Seams, changed colours and rough ' +
    'text can appear.',
  remedy: 'Export as PDF/X-1a or PDF/X-3, which flattens transparency, or agree on PDF/X-4 with the printer.',
  source: 'ISO 15930-1 and -3 (PDF/X-1a, X-3) forbid transparency; ISO 15930-7 (X-4) accepts it',
  needs: ['pdf'],
  severity: 'minor',
  settings: {
    isGroupAccepted: {
      doc: 'Transparency groups without transparent objects are accepted',
      format: 'boolean',
      default: true,
    },
  },
  run: ({ pdf: { pages } }, { isGroupAccepted }) =>
    samePages(
      pages.flatMap(({ page, transparency }) => {
        const used = transparency.filter(({ kind }) => kind !== 'group' || !isGroupAccepted)
        const names = [...new Set(used.map(({ kind }) => kinds[kind]))].sort()
        return names.length === 0 ? [] : [{ page, what: names.join(', ') }]
      }),
    ).map(({ what, where, page }) => ({
      message: `${where}: ${what}.`,
      at: { page },
      measured: what,
      expected: 'flattened',
    })),
})
