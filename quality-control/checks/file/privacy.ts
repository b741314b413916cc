import { defineCheck } from '../check'

export default defineCheck({
  title: 'File contains no personal data',
  failureTitle: 'File contains personal data',
  why:
    'Everyone who downloads the published file can read where an image was taken, with which camera ' +
    'and by whom.',
  remedy:
    'Export without metadata ("Save for Web", "Remove location"), or remove the metadata before ' +
    'delivery.',
  source: 'GDPR, article 5 (1) c: data minimisation',
  needs: ['file'],
  severity: 'minor',
  settings: {
    isGpsAccepted: { doc: 'GPS positions are accepted', format: 'boolean', default: false },
    isSerialNumberAccepted: {
      doc: 'Serial numbers of cameras and lenses are accepted',
      format: 'boolean',
      default: false,
    },
    isAuthorAccepted: {
      doc: "Authors' names are accepted: photographers often want them",
      format: 'boolean',
      default: false,
    },
  },
  run: ({ file: { privacy } }, { isGpsAccepted, isSerialNumberAccepted, isAuthorAccepted }) => {
    const found = [
      { isThere: privacy.hasGps && !isGpsAccepted, what: 'the GPS position of the recording' },
      {
        isThere: privacy.hasSerialNumber && !isSerialNumberAccepted,
        what: 'the serial number of a camera or lens',
      },
      { isThere: privacy.hasAuthor && !isAuthorAccepted, what: "the author's name" },
      {
        isThere: privacy.hasUserPath === true && !isAuthorAccepted,
        what: 'a path on a computer, with the name of its user',
      },
      {
        isThere: privacy.hasOtherThumbnail === true,
        what: 'a thumbnail that shows something else, such as the image before it was cropped',
      },
    ]
    return found
      .filter(({ isThere }) => isThere)
      .map(({ what }) => ({
        level: 'warn' as const,
        message: `The metadata contains ${what}.`,
        measured: what,
        expected: 'not in the file',
      }))
  },
})
