import { defineCheck } from '../check'

export default defineCheck({
  title: 'The colours are tagged as wanted',
  failureTitle: 'The colours are not tagged as wanted',
  why: 'Players show colours by these tags: with wrong or missing ones a brand colour shifts from player to player, and HDR looks pale.',
  remedy:
    'Export again with the colour space asked for, usually Rec. 709, and let the program write the tags.',
  source: 'ITU-T H.273',
  needs: ['video'],
  severity: 'minor',
  settings: {
    primaries: { doc: "Accepted colour primaries by ffmpeg's names", format: 'strings', default: ['bt709'] },
    mustBeTagged: { doc: 'Missing tags are reported', format: 'boolean', default: false },
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
          message: `The video is in high dynamic range (${dynamicRange.toUpperCase()}).`,
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
        message: `The file does not say its colour ${missing.join(', ')}.`,
        measured: 'not tagged',
        expected: primaries.join(', '),
      },
    ]
  },
})
