import { defineCheck } from '../check'

export default defineCheck({
  title: 'Banner has few files',
  failureTitle: 'Banner has too many files',
  why: 'Every file costs a request, and ad servers accept only so many.',
  remedy: 'Combine images into one, combine scripts, and leave out what the banner does not use.',
  source: 'Google Ads, "Upload an HTML5 ad": 40 files, second-hand on 2026-11-27',
  needs: ['banner'],
  severity: 'major',
  settings: { maxFiles: { doc: 'Maximum number of files', format: 'nat', default: 40 } },
  run: ({ banner: { fileCount } }, { maxFiles }) =>
    fileCount <= maxFiles
      ? []
      : [
          {
            message: `The banner has ${fileCount} files.`,
            measured: String(fileCount),
            expected: `at most ${maxFiles}`,
          },
        ],
})
