import { defineCheck } from '../check'
import type { VideoFacts } from '../../facts/video'

export default defineCheck({
  title: 'Captions are there as wanted',
  failureTitle: 'Captions are not as wanted',
  why: 'Captions serve viewers who cannot hear, and the many who watch without sound; elsewhere a stray track confuses players.',
  remedy: 'Add a caption track in the languages asked for, or export without one.',
  needs: ['video'],
  severity: 'major',
  settings: {
    wanted: {
      doc: 'Whether the file must carry captions',
      format: 'string',
      choices: ['present', 'absent'],
      default: 'present',
    },
    languages: {
      doc: 'Languages (ISO 639-2) that must each have a track; none: any',
      format: 'strings',
      default: [],
    },
  },
  run: ({ video: { captions } }, { wanted, languages }) => {
    const found = describe(captions)
    if (wanted === 'absent')
      return found === undefined
        ? []
        : [{ message: `The file carries captions: ${found}.`, measured: found, expected: 'none' }]
    if (found === undefined)
      return [{ message: 'The file carries no captions.', measured: 'none', expected: 'captions' }]
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
