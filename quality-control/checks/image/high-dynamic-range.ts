import { defineCheck } from '../check'

const names = { pq: 'PQ (HDR10)', hlg: 'HLG', 'gain map': 'gain map' } as const

export default defineCheck({
  title: 'Image has standard dynamic range',
  failureTitle: 'Image has high dynamic range (HDR)',
  why:
    'An HDR image looks too bright on some screens and dull on others, and most exports lose its gain ' +
    'map.',
  remedy: 'Export a standard-range (SDR) version and check the colours there.',
  source: 'ISO 22028-5; ISO 21496-1 (gain maps)',
  needs: ['image'],
  severity: 'minor',
  settings: { isAccepted: { doc: 'HDR images are accepted', format: 'boolean', default: false } },
  run: ({ image: { hdr } }, { isAccepted }) =>
    hdr === undefined || isAccepted
      ? []
      : [
          {
            level: 'warn',
            message: `The image is HDR: ${names[hdr]}.`,
            measured: names[hdr],
            expected: 'standard dynamic range',
          },
        ],
})
