import { defineCheck } from '../check'

export default defineCheck({
  title: 'The file carries no personal traces',
  failureTitle: 'The file carries personal traces',
  why: 'Where a picture was taken, with which camera and by whom goes out to everyone who downloads the published file.',
  remedy: 'Export without metadata ("Save for Web", "Remove location"), or strip it before delivery.',
  source: 'GDPR, article 5 (1) c: data minimisation',
  needs: ['file'],
  severity: 'minor',
  settings: {
    isGpsAccepted: { doc: 'A GPS position is accepted', format: 'boolean', default: false },
    isSerialNumberAccepted: {
      doc: 'Serial numbers of cameras and lenses are accepted',
      format: 'boolean',
      default: false,
    },
    isAuthorAccepted: {
      doc: "The author's name is accepted: photographers often want it",
      format: 'boolean',
      default: false,
    },
  },
  run: ({ file: { privacy } }, { isGpsAccepted, isSerialNumberAccepted, isAuthorAccepted }) => {
    const traces = [
      { isThere: privacy.hasGps && !isGpsAccepted, what: 'the GPS position where it was taken' },
      {
        isThere: privacy.hasSerialNumber && !isSerialNumberAccepted,
        what: 'the serial number of a camera or lens',
      },
      { isThere: privacy.hasAuthor && !isAuthorAccepted, what: "the author's name" },
    ]
    return traces
      .filter(({ isThere }) => isThere)
      .map(({ what }) => ({
        level: 'warn' as const,
        message: `The metadata holds ${what}.`,
        measured: what,
        expected: 'not in the file',
      }))
  },
})
