// Asks before choices that were made on the preview, and not saved, are left behind.
const form = document.getElementById('decisions')
let unsaved = false

form.addEventListener('change', () => { unsaved = true })
form.addEventListener('submit', () => { unsaved = false })
window.addEventListener('beforeunload', (event) => {
  if (unsaved) event.preventDefault()
})
