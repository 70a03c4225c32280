// Asks packages written in JavaScript for read times: `node ask_read_times.mjs NAME < texts.json`.
// Run from a folder whose node_modules hold them. Writes `{version, rows: {text: {minutes, words}}}`.
import { createRequire } from 'node:module'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { tmpdir } from 'node:os'

const require = createRequire(join(process.cwd(), 'package.json'))
const modules = join(process.cwd(), 'node_modules')
const version = (name) =>
  `${name} ${JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version}`
const each = async (texts, ask) => {
  const rows = {}
  for (const [name, text] of Object.entries(texts)) rows[name] = await ask(text)
  return rows
}

const askers = {
  async 'reading-time'(texts) {
    const readingTime = require('reading-time')
    const rows = await each(texts, (text) => {
      const { text: shown, words } = readingTime(text)
      return { minutes: parseInt(shown, 10), words }
    })
    return { version: version('reading-time'), rows }
  },
  async docusaurus(texts) {
    const name = '@docusaurus/plugin-content-blog'
    const { calculateReadingTime } = require(join(modules, name, 'lib/readingTime.js'))
    const utils = require('@docusaurus/utils')
    const rows = await each(texts, async (text) => {
      // As the plugin reads a post; the theme shows the minutes rounded up.
      const { content } = await utils.parseMarkdownFile({
        filePath: 'a.md',
        fileContent: `---\ntitle: T\n---\n${text}`,
        parseFrontMatter: utils.DEFAULT_PARSE_FRONT_MATTER,
        removeContentTitle: true,
      })
      const words = Math.round(calculateReadingTime(content, 'en', { wordsPerMinute: 0.01 }) / 100)
      return { minutes: Math.ceil(calculateReadingTime(content, 'en')), words }
    })
    return { version: version(name), rows }
  },
  async velite(texts) {
    const root = mkdtempSync(join(tmpdir(), 'velite-'))
    const names = Object.keys(texts)
    mkdirSync(join(root, 'content'))
    symlinkSync(modules, join(root, 'node_modules'))
    names.forEach((name, i) =>
      writeFileSync(join(root, 'content', `${i}.md`), `---\nname: ${i}\n---\n${texts[name]}`),
    )
    writeFileSync(
      join(root, 'velite.config.mjs'),
      `import { defineConfig, s } from 'velite'
       export default defineConfig({ root: 'content', collections: { posts: { name: 'Post',
         pattern: '*.md', schema: s.object({ name: s.number(), metadata: s.metadata() }) } } })`,
    )
    execFileSync('node', [join(modules, 'velite/bin/velite.js'), 'build'], { cwd: root })
    const rows = {}
    for (const post of JSON.parse(readFileSync(join(root, '.velite/posts.json'), 'utf8'))) {
      const { readingTime, wordCount } = post.metadata
      rows[names[post.name]] = { minutes: readingTime, words: wordCount }
    }
    rmSync(root, { recursive: true })
    return { version: version('velite'), rows: Object.fromEntries(names.map((n) => [n, rows[n]])) }
  },
  async gatsby(texts) {
    const name = 'gatsby-transformer-remark'
    const own = createRequire(join(modules, name, 'package.json'))
    const { timeToRead } = own('./utils/time-to-read.js')
    const [remark, gfm, footnotes] = ['remark-parse', 'remark-gfm', 'remark-footnotes'].map(own)
    const [toHast, toHtml] = [own('mdast-util-to-hast'), own('hast-util-to-html')]
    const chain = own('unified')().use(remark).use(gfm).use(footnotes, { inlineNotes: true })
    const rows = await each(texts, (text) => {
      const tree = toHast(chain.parse(text), { allowDangerousHtml: true })
      return { minutes: timeToRead(toHtml(tree, { allowDangerousHtml: true })) }
    })
    return { version: version(name), rows }
  },
}

const name = process.argv[2]
process.stdout.write(JSON.stringify(await askers[name](JSON.parse(readFileSync(0, 'utf8')))))
