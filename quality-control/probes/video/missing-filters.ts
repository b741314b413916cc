import { runTool } from '../run-tool'

/** Of the one pass over video and audio. Before 5.1, ffmpeg has no blockdetect and no blurdetect. */
const filters = [
  ...['split', 'scale', 'format', 'blackdetect', 'freezedetect', 'metadata', 'select', 'idet', 'nullsink'],
  ...['showinfo', 'crop', 'blockdetect', 'blurdetect', 'setsar', 'transpose', 'hflip', 'vflip'],
  ...['amerge', 'pan', 'aformat', 'asplit', 'silencedetect', 'aphasemeter', 'apad', 'ebur128', 'ametadata'],
  ...['anullsink', 'highpass'],
]

/** Filters that the ffmpeg on the search path was built without. Rejects when there is no ffmpeg. */
export async function missingFilters(searchPath: string): Promise<string[]> {
  const { stdout } = await runTool('ffmpeg', ['-hide_banner', '-filters'], {
    signal: new AbortController().signal,
    timeoutMs: 15_000,
    searchPath,
  })
  // " T.. name  V->V  description"
  const found = new Set(stdout.toString('utf8').match(/(?<=^ [A-Z.]{2,3} )\w+/gm))
  return filters.filter((name) => !found.has(name))
}
