import { defineCheck } from '../check'

const names = { pq: 'PQ (HDR10)', hlg: 'HLG', 'gain map': 'with a gain map' } as const

export default defineCheck({
  title: 'The picture has an ordinary range of brightness',
  failureTitle: 'The picture is in high dynamic range',
  why: 'An HDR picture glares on some screens and looks dull on others, and the gain map is lost in most exports.',
  remedy: 'Export a version for standard range (SDR) and judge the colours there.',
  source: 'ISO 22028-5; ISO 21496-1 (gain maps)',
  needs: ['image'],
  severity: 'minor',
  settings: { isAccepted: { doc: 'HDR pictures are accepted', format: 'boolean', default: false } },
  run: ({ image: { hdr } }, { isAccepted }) =>
    hdr === undefined || isAccepted
      ? []
      : [
          {
            level: 'warn',
            message: `The picture is an HDR picture, ${names[hdr]}.`,
            measured: names[hdr],
            expected: 'standard range',
          },
        ],
})
