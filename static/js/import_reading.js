// Shows how far the reading of a file is, and goes on when it is done. Without it the page has a link to look again.
const area = document.getElementById('import-reading')
const bar = document.getElementById('import-share')
const percent = document.getElementById('import-percent')
const spokenWords = document.getElementById('import-said')
const EVERY = 1000
const SPOKEN_STEP = 25
const NOT_ONES_OWN = [401, 403, 404]
const WAITING = area.dataset.waiting
let spoken = Number(bar.value)

function say (text) {
  percent.textContent = text
  if (spokenWords.textContent !== text) spokenWords.textContent = text
}

function show (done) {
  bar.value = done
  percent.textContent = `${done}% read`
  // A screen reader hears each quarter, not each hundredth.
  if (done - spoken >= SPOKEN_STEP) {
    spoken = done
    say(`${done}% read`)
  }
}

async function look () {
  try {
    const answer = await fetch(area.dataset.progress, { headers: { Accept: 'application/json' } })
    // Signed out, no longer an admin, or the file is gone: the page itself says which.
    if (answer.redirected || NOT_ONES_OWN.includes(answer.status)) {
      window.location.reload()
      return
    }
    const found = await answer.json()
    if (found.go_on) {
      say('The file is read. Making sense of its tables.')
      window.location.reload()
      return
    }
    if (found.waiting) say(WAITING)
    else show(Math.round(found.share * 100))
  } catch {
    say('The site does not answer just now. The reading goes on; this page keeps asking.')
  }
  setTimeout(look, EVERY)
}

document.getElementById('import-goes-on').hidden = false
setTimeout(look, EVERY)
