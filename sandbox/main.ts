import { Installation } from './installation/installation'
import { optionsHelp, parseOptions } from './options'
import { runUntilStopped } from './run-until-stopped'

const help = `npm run sandbox -- [options]

The whole installation on this machine, kept up until Ctrl-C. Prints the path of a JSON file with all
addresses, ids and keys.

${optionsHelp}`

/** Composition root of `npm run sandbox`. It prints one line on stdout. */
async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2))
  if (options.isHelpWanted) {
    console.log(help)
    return 0
  }
  const say = (line: string) => console.error(`sandbox: ${line}`)
  const installation = new Installation({ ...options, say })
  return runUntilStopped(installation, async (stopped) => {
    const { description, descriptionFile } = await installation.start()
    say(
      `Admin pages ${description.adminPagesUrl} ` +
        `(${description.adminUser} / ${description.adminPassword}) · ` +
        `Box page ${description.boxPageUrl} · Temporal Web UI ${description.webUiUrl} · Ctrl-C stops ` +
        'everything',
    )
    console.log(descriptionFile)
    await new Promise((resolve) => stopped.addEventListener('abort', resolve))
    return 0
  })
}

main().then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    console.error(`sandbox: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  },
)
