import { defineCheck } from '../check'

export default defineCheck({
  title: 'All files of the banner are in the archive',
  failureTitle: 'Files of the banner are missing',
  why: 'The banner shows gaps, the wrong font, or nothing where a file is missing.',
  remedy: 'Add the files and pack again. Upper and lower case of names must be the same as in the page.',
  source: 'RFC 3986, 5 (references); paths on ad servers distinguish upper and lower case',
  needs: ['banner'],
  mayRead: ['rendering'],
  severity: 'major',
  settings: {},
  run: ({ banner: { missing, files }, rendering }) => {
    const found = missing.map(({ from, to }) => ({ to, what: `"${from}"` }))
    const asked = rendering !== undefined && 'missing' in rendering ? rendering.missing : []
    for (const to of asked)
      if (!missing.some((one) => one.to === to)) found.push({ to, what: 'The page that plays' })
    return found.map(({ to, what }) => {
      const twin = files.find(({ path }) => path.toLowerCase() === to.toLowerCase())?.path
      const hint = twin === undefined ? '' : ` The archive has "${twin}".`
      return {
        message: `${what} loads "${to}", which is not in the archive.${hint}`,
        measured: to,
        expected: 'in the archive',
      }
    })
  },
})
