/** The page's only script. It calls its own server with the token in the page. */
export const pageScript = `
const { token, folder, hint } = document.body.dataset
const status = document.getElementById('status')
const say = (text, isError) => { status.textContent = text; status.className = isError ? 'error' : '' }
async function send(path, body) {
  const headers = { 'x-box-page': token, 'content-type': 'application/octet-stream' }
  const response = await fetch(path, { method: 'POST', headers, body })
  if (!response.ok) throw new Error((await response.json()).error)
}
async function upload(files, file, into) {
  const isHere = !into || into === folder
  for (const one of files) {
    say('Uploading ' + one.name + ' …')
    const name = '&name=' + encodeURIComponent(one.name.trim())
    const target = file ? 'file=' + file : 'folder=' + (into || folder) + name
    const note = !file && isHere && hint ? '. ' + hint : ''
    try { await send('/uploads?' + target, one); say('Uploaded ' + one.name + note, note !== '') }
    catch (error) { say(one.name + ': ' + error.message, true); return }
  }
}
async function change(path, done) {
  try { await send(path); say(done) } catch (error) { say(error.message, true) }
}
const drop = document.querySelector('.drop')
const targetOf = (event) => (event.target.closest && event.target.closest('li[data-folder]')) || drop
for (const type of ['dragover', 'dragleave', 'drop']) document.addEventListener(type, (event) => {
  event.preventDefault()
  for (const one of document.querySelectorAll('.over')) one.classList.remove('over')
  const target = targetOf(event)
  if (target && type === 'dragover') target.classList.add('over')
  if (type !== 'drop') return
  const into = target && target.dataset.folder || folder
  if (into) upload(event.dataTransfer.files, undefined, into)
  else say("Drop the files on the row of a client's folder", true)
})
// Outside of the list, which is replaced while a person chooses.
const chooser = document.getElementById('chooser')
document.addEventListener('change', (event) => {
  const { files, dataset, value } = event.target
  if (files) upload([...files], dataset.file, dataset.into).then(() => { event.target.value = '' })
  else if (dataset.move && value) change('/move?id=' + dataset.move + '&to=' + value, 'Moved')
})
document.addEventListener('click', (event) => {
  const { trash: id, choose } = event.target.dataset || {}
  if (choose) { chooser.dataset.into = choose; chooser.click() }
  if (id && confirm('Delete ' + event.target.dataset.name + '?')) change('/trash?id=' + id, 'Deleted')
})
async function follow(version) {
  for (;;) {
    try {
      version = (await (await fetch('/changes?version=' + version)).json()).version
      const listing = await (await fetch(location.pathname + '?only=items')).text()
      if (!document.querySelector('details[open]')) document.getElementById('items').innerHTML = listing
    } catch { await new Promise((resolve) => setTimeout(resolve, 1000)) }
  }
}
follow(Number(document.body.dataset.version))
`
