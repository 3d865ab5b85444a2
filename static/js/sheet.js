// A sheet of results with the keys of a spreadsheet. Without this script each field is reached by Tab, and Enter saves.
const form = document.getElementById('sheet')

if (form) {
  const saved = new FormData(form)
  let leaving = false

  const column = (name) => [...form.querySelectorAll(`[data-column="${name}"]`)]

  const move = (field, step) => {
    const fields = column(field.dataset.column)
    const next = fields[fields.indexOf(field) + step]
    if (next) {
      next.focus()
      next.select()
    }
    return Boolean(next)
  }

  const stepOf = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return 0
    if (event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)) return -1
    return event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0
  }

  form.addEventListener('keydown', (event) => {
    const step = event.target.dataset.column ? stepOf(event) : 0
    if (!step) return
    event.preventDefault()
    // After the last row Enter goes on to the buttons, as Tab would.
    if (!move(event.target, step) && event.key === 'Enter' && step > 0) document.getElementById('why').focus()
  })

  // What was copied from a column of a spreadsheet fills the rows below, one line each.
  form.addEventListener('paste', (event) => {
    const name = event.target.dataset.column
    const lines = (event.clipboardData?.getData('text') ?? '').replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
    if (!name || lines.length < 2) return
    event.preventDefault()
    const fields = column(name)
    const from = fields.indexOf(event.target)
    lines.forEach((line, at) => {
      const field = fields[from + at]
      if (field) field.value = line.split('\t')[0].trim()
    })
    fields[Math.min(from + lines.length, fields.length) - 1].focus()
  })

  const isChanged = () => {
    const now = new FormData(form)
    return [...now.keys(), ...saved.keys()].some((name) => now.get(name) !== saved.get(name))
  }

  form.addEventListener('submit', () => { leaving = true })
  window.addEventListener('beforeunload', (event) => {
    if (!leaving && (isChanged() || form.querySelector('.res-open'))) event.preventDefault()
  })
}
