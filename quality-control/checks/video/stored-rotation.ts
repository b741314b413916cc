import { defineCheck } from '../check'

export default defineCheck({
  title: 'The picture is stored upright',
  failureTitle: 'The picture is stored turned, with a note to turn it back',
  why: 'Phones store the picture as the sensor saw it and only note how to turn it; editing programs and ad servers may overlook that.',
  remedy: 'Export again from an editing program, with the rotation applied.',
  needs: ['video'],
  severity: 'minor',
  settings: {},
  run: ({ video: { rotationDegrees } }) => {
    if (rotationDegrees === 0) return []
    return [
      {
        level: 'warn',
        message: `Players must turn the picture by ${rotationDegrees}°.`,
        measured: `${rotationDegrees}°`,
        expected: '0°',
      },
    ]
  },
})
