/** The page's only script. It calls its own server with the token in the page. */
export const pageScript = `
const { token, folder } = document.body.dataset
const status = document.getElementById('status')
const say = (text, isError) => { status.textContent = text; status.className = isError ? 'error' : '' }
async function send(path, body) {
  const headers = { 'x-box-page': token, 'content-type': 'application/octet-stream' }
  const response = await fetch(path, { method: 'POST', headers, body })
  if (!response.ok) throw new Error((await response.json()).error)
}
async function upload(files, file) {
  for (const one of files) {
    say('Uploading ' + one.name + ' …')
    const target = file ? 'file=' + file : 'folder=' + folder + '&name=' + encodeURIComponent(one.name.trim())
    try { await send('/uploads?' + target, one); say('Uploaded ' + one.name) }
    catch (error) { say(one.name + ': ' + error.message, true); return }
  }
}
async function change(path, done) {
  try { await send(path); say(done) } catch (error) { say(error.message, true) }
}
const drop = document.querySelector('.drop')
if (drop) {
  for (const type of ['dragover', 'dragleave', 'drop']) document.addEventListener(type, (event) => {
    event.preventDefault()
    drop.classList.toggle('over', type === 'dragover')
    if (type === 'drop') upload(event.dataTransfer.files)
  })
}
document.addEventListener('change', (event) => {
  const { files, dataset, value } = event.target
  if (files) upload([...files], dataset.file).then(() => { event.target.value = '' })
  else if (dataset.move && value) change('/move?id=' + dataset.move + '&to=' + value, 'Moved')
})
document.addEventListener('click', (event) => {
  const id = event.target.dataset && event.target.dataset.trash
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
