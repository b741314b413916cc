import { defineCheck } from '../check'

export default defineCheck({
  title: 'Colour tags are as expected',
  failureTitle: 'Colour tags are missing or wrong',
  why:
    'Players read these tags to show colours. With wrong or missing tags a brand colour changes from ' +
    'player to player, and HDR looks pale.',
  remedy: 'Export again in the expected colour space, usually Rec. 709, with its tags.',
  source: 'ITU-T H.273',
  needs: ['video'],
  severity: 'minor',
  settings: {
    primaries: { doc: "Accepted colour primaries by ffmpeg's names", format: 'strings', default: ['bt709'] },
    mustBeTagged: { doc: 'Missing tags warn', format: 'boolean', default: false },
    mayBeHdr: {
      doc: 'High dynamic range (HDR10, HLG, Dolby Vision) is accepted, with its own primaries',
      format: 'boolean',
      default: false,
    },
  },
  run: ({ video: { colour } }, { primaries, mustBeTagged, mayBeHdr }) => {
    const { dynamicRange, primaries: found, transfer, space } = colour
    if (dynamicRange !== 'sdr') {
      if (mayBeHdr) return []
      return [
        {
          message: `The video has high dynamic range (${dynamicRange.toUpperCase()}).`,
          measured: dynamicRange,
          expected: 'SDR',
        },
      ]
    }
    if (found !== undefined && !primaries.includes(found)) {
      return [
        { message: `The colours are tagged as ${found}.`, measured: found, expected: primaries.join(', ') },
      ]
    }
    const missing = Object.entries({ primaries: found, transfer, matrix: space }).flatMap(([name, tag]) =>
      tag === undefined ? [name] : [],
    )
    if (!mustBeTagged || missing.length === 0) return []
    return [
      {
        level: 'warn',
        message: `The file does not state these colour tags: ${missing.join(', ')}.`,
        measured: 'not tagged',
        expected: primaries.join(', '),
      },
    ]
  },
})
