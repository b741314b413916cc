import { defineCheck } from '../check'

export default defineCheck({
  title: 'File contains one image',
  failureTitle: 'File contains several images',
  why: 'Most programs show only the first page, so nobody sees the others. Only the first was checked.',
  remedy: 'Deliver each page as its own file, or as a PDF.',
  source: 'TIFF 6.0, section 2: a reader may ignore all images but the first',
  needs: ['image'],
  severity: 'minor',
  settings: {
    maxPages: {
      doc: 'Maximum number of images; frames of an animation do not count',
      format: 'nat',
      default: 1,
    },
  },
  run: ({ image: { pages, animation } }, { maxPages }) => {
    if (animation !== undefined || pages <= maxPages) return []
    return [
      {
        level: 'warn',
        message: `The file contains ${pages} images.`,
        measured: String(pages),
        expected: `at most ${maxPages}`,
      },
    ]
  },
})
