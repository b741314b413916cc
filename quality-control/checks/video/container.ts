import { defineCheck } from '../check'

export default defineCheck({
  title: 'The video comes in a file format that is wanted',
  failureTitle: 'The video comes in another file format than is wanted',
  why: 'Players and ad servers take some formats only; another one is refused or converted without anybody looking at the result.',
  remedy: 'Export again in one of the formats asked for; renaming the file does not change its format.',
  needs: ['video'],
  severity: 'major',
  settings: {
    containers: {
      doc: 'Accepted formats by content: mp4, mov, webm, mkv, mxf, mpegts, mpeg, avi, asf, flv, ogv, 3gp',
      format: 'strings',
      default: ['mp4', 'mov', 'webm', 'mxf'],
    },
  },
  run: ({ video: { container } }, { containers }) => {
    if (containers.includes(container.name)) return []
    return [
      {
        message: `The file is ${container.name}.`,
        measured: container.name,
        expected: containers.join(', '),
      },
    ]
  },
})
