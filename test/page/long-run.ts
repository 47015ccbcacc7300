import { DIRECTORY, INIT, narrator, text, thinking, type Event } from './narrator.ts'

/** A run of `count` events of all kinds; words differ from event to event, as they do in life. */
export function longRun(count: number): readonly Event[] {
  const { events, says, does, uses, hears, system, end } = narrator()
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  const word = () => WORDS[random(WORDS.length)] ?? ''
  const words = (length: number) =>
    Array.from({ length }, () => `${word()}${random(6) === 0 ? random(10_000) : ''}`).join(' ')
  const linesOf = (length: number) =>
    Array.from({ length }, (_, line) => `${line + 1}\t${words(3 + random(9))}`).join('\n')
  const file = () => `${DIRECTORY}/src/${word()}/${word()}.ts`
  system(INIT)
  while (events.length < count - 1) {
    switch (random(12)) {
      case 0:
        says([thinking(words(30 + random(80))), text(words(10 + random(60)))])
        break
      case 1:
      case 2:
        does({
          name: 'Edit',
          input: { file_path: file(), old_string: linesOf(2 + random(4)), new_string: linesOf(2 + random(6)) },
          result: 'The file has been updated successfully.',
        })
        break
      case 3:
        does({
          name: 'Bash',
          input: { command: `npm test -- ${words(2)}` },
          isError: true,
          result: `Exit code ${1 + random(3)}\n${linesOf(random(30))}`,
        })
        break
      case 4:
        if (random(10) === 0)
          system({
            subtype: 'api_retry',
            attempt: 1,
            max_retries: 10,
            retry_delay_ms: 2000 + random(9000),
            error_status: 429,
            error: 'rate_limit',
          })
        else system({ subtype: 'thinking_tokens', estimated_tokens: random(999), estimated_tokens_delta: 3 })
        break
      case 5: {
        const task = uses({
          name: 'Task',
          input: { description: words(4), prompt: words(30), subagent_type: 'Explore' },
          result: words(60),
        })
        hears(words(30), task.id)
        for (let step = random(8); step >= 0; step--)
          does(
            { name: 'Grep', input: { pattern: words(1), path: file() }, result: linesOf(random(12)) },
            { parent: task.id },
          )
        task.ends()
        break
      }
      case 6:
      case 7:
      case 8:
        does({ name: 'Read', input: { file_path: file() }, result: linesOf(5 + random(40)) })
        break
      default:
        does({
          name: 'Bash',
          input: { command: `grep -rn ${words(2)} src | head`, description: words(4) },
          result: linesOf(random(20)),
          detail: { stdout: '', stderr: '' },
        })
    }
  }
  events.length = count - 1
  end({ result: words(40) })
  return events
}

const WORDS =
  'price discount cart order round cents tax parser token stream buffer cache region model prompt retry index render layout anchor window scroll filter search match commit branch merge review test assert expect build lint format module import export function return value string number object array promise await async error stack trace frame thread worker queue event handler signal abort timeout delay'.split(
    ' ',
  )
