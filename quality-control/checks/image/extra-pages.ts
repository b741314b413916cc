import { defineCheck } from '../check'

export default defineCheck({
  title: 'The file holds one picture',
  failureTitle: 'The file holds more than one picture',
  why: 'Most programs show the first page only: what is on the others goes out unseen. Only the first was checked.',
  remedy: 'Deliver each page as a file of its own, or as a PDF.',
  needs: ['image'],
  severity: 'minor',
  settings: {
    maxPages: {
      doc: 'More pictures in one file warn; frames of an animation do not count',
      format: 'nat',
      default: 1,
    },
  },
  run: ({ image: { pages, animation } }, { maxPages }) => {
    if (animation !== undefined || pages <= maxPages) return []
    return [
      {
        level: 'warn',
        message: `The file holds ${pages} pictures.`,
        measured: String(pages),
        expected: `at most ${maxPages}`,
      },
    ]
  },
})
