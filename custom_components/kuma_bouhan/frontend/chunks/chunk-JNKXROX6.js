import{b as r}from"./chunk-LBO2O6FZ.js";function s(e,n,l,a,i){let o=n.find(t=>t.user_id===l.user_id)?.name??"";return r`
    <div class="field">
      <label for="person">${a}</label>
      <select
        id="person"
        aria-describedby="person-hint"
        @change=${t=>i({user_id:t.target.value})}
      >
        <option value="" ?selected=${!l.user_id}>${e("people.form.choose")}</option>
        ${n.map(t=>r`<option value=${t.user_id} ?selected=${t.user_id===l.user_id}>
              ${t.name}
            </option>`)}
      </select>
      <p class="hint" id="person-hint">${e("people.form.person_hint")}</p>
    </div>
    <div class="field">
      <label for="name">${e("people.form.name")}</label>
      <input
        id="name"
        type="text"
        maxlength="100"
        autocomplete="off"
        placeholder=${o}
        aria-describedby="name-hint"
        .value=${l.name}
        @input=${t=>i({name:t.target.value})}
      />
      <p class="hint" id="name-hint">${e("people.form.name_hint")}</p>
    </div>
    <div class="field">
      <label for="title">${e("people.form.title")}</label>
      <input
        id="title"
        type="text"
        maxlength="100"
        autocomplete="off"
        aria-describedby="title-hint"
        .value=${l.title}
        @input=${t=>i({title:t.target.value})}
      />
      <p class="hint" id="title-hint">${e("people.form.title_hint")}</p>
    </div>
  `}function d(e,n,l,a,i,o){return r`<div class="field">
    <label for=${e}>${n}</label>
    <input
      id=${e}
      type="date"
      min=${i}
      aria-describedby="${e}-hint"
      .value=${a}
      @input=${t=>o(t.target.value)}
    />
    <p class="hint" id="${e}-hint">${l}</p>
  </div>`}function m(e,n,l,a){return r`<fieldset>
    <legend>${e("people.form.secrecy")}</legend>
    <label class="choice">
      <input
        type="checkbox"
        .checked=${l}
        @change=${i=>a(i.target.checked)}
      />
      ${e(n?"people.form.secrecy_own":"people.form.secrecy_other")}
    </label>
  </fieldset>`}export{s as a,d as b,m as c};
