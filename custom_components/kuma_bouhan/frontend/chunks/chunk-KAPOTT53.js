import{b as p}from"./chunk-NJ2G4ZAL.js";import{b as r}from"./chunk-LBO2O6FZ.js";var d=100;function u(e,n,t,i,o){let a={t:e,value:t,wrong:{},set:o},s=n.find(l=>l.user_id===t.user_id)?.name??"";return r`
    <div class="field">
      <label for="person">${i}</label>
      <select
        id="person"
        aria-describedby="person-hint"
        @change=${l=>o({user_id:l.target.value})}
      >
        <option value="" ?selected=${!t.user_id}>${e("people.form.choose")}</option>
        ${n.map(l=>r`<option value=${l.user_id} ?selected=${l.user_id===t.user_id}>
              ${l.name}
            </option>`)}
      </select>
      <p class="hint" id="person-hint">${e("people.form.person_hint")}</p>
    </div>
    ${p(a,"name",{label:e("people.form.name"),hint:e("people.form.name_hint"),placeholder:s,most:d})}
    ${p(a,"title",{label:e("people.form.title"),hint:e("people.form.title_hint"),most:d})}
  `}function f(e,n,t,i,o,a){return r`<div class="field">
    <label for=${e}>${n}</label>
    <input
      id=${e}
      type="date"
      min=${o}
      aria-describedby="${e}-hint"
      .value=${i}
      @input=${s=>a(s.target.value)}
    />
    <p class="hint" id="${e}-hint">${t}</p>
  </div>`}function $(e,n,t,i){return r`<fieldset>
    <legend>${e("people.form.secrecy")}</legend>
    <label class="choice">
      <input
        type="checkbox"
        .checked=${t}
        @change=${o=>i(o.target.checked)}
      />
      ${e(n?"people.form.secrecy_own":"people.form.secrecy_other")}
    </label>
  </fieldset>`}export{u as a,f as b,$ as c};
