import { defineCheck } from '../check'
import type { VideoFacts } from '../../facts/video'

export default defineCheck({
  title: 'Captions are as expected',
  failureTitle: 'Captions are not as expected',
  why:
    'Captions serve viewers who cannot hear and the many who watch without audio. Elsewhere a caption ' +
    'track can confuse players.',
  remedy: 'Add a caption track in the expected languages, or export without one.',
  source: 'CEA-608 and CEA-708; FCC 47 CFR 79.1 for television in the United States',
  needs: ['video'],
  severity: 'major',
  settings: {
    wanted: {
      doc: 'Whether the file must have captions',
      format: 'string',
      choices: ['present', 'absent'],
      default: 'present',
    },
    languages: {
      doc: 'Languages (ISO 639-2) that must each have a track; empty accepts all',
      format: 'strings',
      default: [],
    },
  },
  run: ({ video: { captions } }, { wanted, languages }) => {
    const found = describe(captions)
    if (wanted === 'absent')
      return found === undefined
        ? []
        : [{ message: `The file has captions: ${found}.`, measured: found, expected: 'none' }]
    if (found === undefined)
      return [{ message: 'The file has no captions.', measured: 'none', expected: 'captions' }]
    return languages
      .filter((language) => !captions.tracks.some((track) => track.language === language))
      .map((language) => ({
        message: `There is no caption track in ${language}.`,
        measured: found,
        expected: language,
      }))
  },
})

function describe({ hasEmbedded, tracks }: VideoFacts['captions']): string | undefined {
  const listed = tracks.map(
    ({ codec, language }) => `${codec}${language === undefined ? '' : ` (${language})`}`,
  )
  return [...(hasEmbedded ? ['CEA-608/708'] : []), ...listed].join(', ') || undefined
}
