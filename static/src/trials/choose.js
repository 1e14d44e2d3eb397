/** Choosing a habit, and the plan that is shown before anything begins. */
import { html, nothing } from 'lit-html';
import { lang, words } from '../ui/words.js';
import { trials } from '../ui/words/trials.js';
import { calendar } from './calendar.js';
import { LOOKS, PAIRS, plan } from './design.js';

/** @typedef {import('./view.js').Page} Page @typedef {import('./view.js').Habit} Habit @typedef {import('./view.js').Acts} Acts */

const GOALS = [0.5, 1, 1.5, 2, 2.5, 3];
const say = trials[lang];

/** @param {Page} page @param {Acts} acts */
export function choices({ habits, found: { profile } }, acts) {
  const isBarred = (/** @type {Habit} */ habit) => habit.exclude.some((answer) => profile[answer] === true);
  const barred = habits.filter(isBarred);
  return html`<section class="stack" aria-labelledby="choose-title">
    <h2 id="choose-title" tabindex="-1">${say.choose.title}</h2>
    <p>${say.choose.hint}</p>
    <ul class="trial-choices">
      ${habits.filter((habit) => !isBarred(habit)).map(({ id, title, on }) => html`<li>
        <button type="button" class="quiet" @click=${() => acts.choose(id)}><strong>${title}</strong><span>${on}</span></button>
      </li>`)}
    </ul>
    ${barred.length
      ? html`<p class="meta">${say.choose.barred}: ${barred.map(({ title }) => title.toLowerCase()).join(', ')}. <a href=${words.paths.profile}>${say.choose.change}</a></p>`
      : nothing}
  </section>`;
}

/** @param {Page} page @param {Habit} habit @param {Acts} acts */
export function planOf({ today, seed, found }, habit, acts) {
  const { block, title, on, off, not_for: notFor, article } = habit;
  const order = plan(seed, block, PAIRS[block]);
  const barred = habit.exclude.some((answer) => found.profile[answer] === true);
  return html`<form class="card stack" novalidate @submit=${(/** @type {SubmitEvent} */ event) => acts.begin(event, habit.id)}>
    <h2 id="plan-title" tabindex="-1">${title}</h2>
    <div class="with-without">
      <div class="on"><h3>${say.plan.on}</h3><p>${on}</p></div>
      <div class="off"><h3>${say.plan.off}</h3><p>${off}</p></div>
    </div>
    ${notFor ? html`<p class="notice warn">${notFor}</p>` : nothing}
    <h3>${say.plan.order}</h3>
    <p>${say.plan.about(order.length, block)}</p>
    ${calendar({ began: today, order, told: new Map(), known: new Set(), today: '' })}
    <p>${say.plan.pain} ${say.plan.look(LOOKS[block][0])}</p>
    <p class="field"><label for="goal">${say.plan.goal}</label>
    <select id="goal" name="goal">
      <option value="">${say.plan.usual}</option>
      ${GOALS.map((goal) => html`<option value=${goal}>${say.plan.points(goal.toLocaleString(words.locale))}</option>`)}
    </select></p>
    <p>${say.plan.stop} <a href=${words.paths.alarm}>${words.entry.alarm}</a></p>
    <p class="actions">
      ${barred ? nothing : html`<button type="submit" class="big">${say.plan.begin}</button>`}
      <button type="button" class="big quiet" @click=${() => acts.choose(null)}>${say.plan.other}</button>
    </p>
    <p><a href=${article.url}>${say.plan.read(article.title)}</a></p>
  </form>`;
}
