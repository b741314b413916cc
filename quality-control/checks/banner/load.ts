import { defineCheck } from '../check'
import { sizeText } from '../../size-text'

export default defineCheck({
  title: 'Banner loads fast',
  failureTitle: 'Banner loads too much at its start',
  why: 'What the page loads at once delays the site around it. Ad servers limit it, and people scroll past.',
  remedy:
    'Compress the images, load large files after the page has loaded, and leave out fonts and libraries.',
  source: 'IAB "New Ad Portfolio" 2017, initial file load (150 KB for the larger formats); counted unpacked',
  needs: ['banner'],
  severity: 'minor',
  settings: {
    maxInitialBytes: {
      doc: 'Maximum size of the page and what it names',
      format: 'nat',
      unit: 'bytes',
      default: 153_600,
    },
    maxUnpackedBytes: {
      doc: 'Maximum size of all files, unpacked; 0 sets no limit',
      format: 'nat',
      unit: 'bytes',
      default: 2_252_800,
    },
  },
  run: ({ banner: { initialBytes, unpackedBytes } }, { maxInitialBytes, maxUnpackedBytes }) => {
    const limits = [
      {
        ...{ bytes: initialBytes, most: maxInitialBytes },
        message: `The page loads ${sizeText(initialBytes)} at once.`,
      },
      {
        ...{ bytes: unpackedBytes, most: maxUnpackedBytes },
        message: `All files have ${sizeText(unpackedBytes)} together.`,
      },
    ]
    return limits
      .filter(({ bytes, most }) => most > 0 && bytes > most)
      .map(({ message, bytes, most }) => ({
        level: 'warn' as const,
        message,
        measured: sizeText(bytes),
        expected: `at most ${sizeText(most)}`,
      }))
  },
})
