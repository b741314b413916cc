import ffmpeg from 'fluent-ffmpeg'

export interface FfmpegCommand {
  inputOptions: string[]
  /** A path that we chose. */
  input: string
  globalOptions: string[]
  /** A filter graph; the outputs name its pads. */
  graph: string
  outputs: { pad: string; options: string[]; target: string }[]
}

/**
 * The arguments of one ffmpeg call. fluent-ffmpeg (2.1.3, archived upstream) only composes them: it would
 * start ffmpeg in our own process group and without limits, so `runTool` starts it.
 */
export function composeFfmpeg({
  inputOptions,
  input,
  globalOptions,
  graph,
  outputs,
}: FfmpegCommand): string[] {
  const command = ffmpeg(input).inputOptions(...inputOptions, ...noSplit)
  command.complexFilter(graph)
  for (const { pad, options, target } of outputs)
    command.output(target).outputOptions('-map', `[${pad}]`, ...options)
  return [...globalOptions, ...argumentsOf(command)]
}

/** The library splits a single argument at spaces; a second, harmless one keeps each argument whole. */
const noSplit = ['-dn', '-sn'] as const

interface Composer {
  _getArguments: () => string[]
}

function argumentsOf(command: unknown): string[] {
  if (!isComposer(command))
    throw new Error('fluent-ffmpeg has changed: expected version 2.1.3, which has _getArguments()')
  return command._getArguments()
}

function isComposer(command: unknown): command is Composer {
  return typeof command === 'object' && command !== null && '_getArguments' in command
}
