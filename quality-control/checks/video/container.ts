import { defineCheck } from '../check'

export default defineCheck({
  title: 'Video file format is accepted',
  failureTitle: 'Video file format is not accepted',
  why:
    'Players and ad servers accept only some formats. They reject others, or convert them without a ' +
    'review.',
  remedy: 'Export again in an accepted format. Renaming the file does not change its format.',
  source: 'No standard: the delivery specification lists the formats',
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
        message: `The file format is ${container.name}; accepted: ${containers.join(', ')}.`,
        measured: container.name,
        expected: containers.join(', '),
      },
    ]
  },
})
