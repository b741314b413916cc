import { defineCheck } from '../check'

export default defineCheck({
  title: 'Video is stored upright',
  failureTitle: 'Video is stored rotated and relies on a tag',
  why:
    'Phones store the video as the sensor saw it and add a rotation tag. Editing programs and ad ' +
    'servers may ignore it.',
  remedy: 'Export again from an editing program, with the rotation applied.',
  source: 'ISO/IEC 14496-12 (matrix of the track header)',
  needs: ['video'],
  severity: 'minor',
  settings: {},
  run: ({ video: { rotationDegrees } }) => {
    if (rotationDegrees === 0) return []
    return [
      {
        level: 'warn',
        message: `The video is stored rotated: players must rotate it by ${rotationDegrees}°.`,
        measured: `${rotationDegrees}°`,
        expected: '0°',
      },
    ]
  },
})
