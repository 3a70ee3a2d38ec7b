import{a as O}from"./chunk-WLYFRM66.js";import{a as V,b as R}from"./chunk-I6UTLSEY.js";import{Ma as g,Na as E,Oa as F,Pa as L,Sa as P}from"./chunk-QH2FQVPP.js";import{a as k,b as o,d as x,e as n}from"./chunk-LBO2O6FZ.js";var m=E(class extends F{constructor(t){if(super(t),t.type!==g.PROPERTY&&t.type!==g.ATTRIBUTE&&t.type!==g.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!L(t))throw Error("`live` bindings can only contain a single expression")}render(t){return t}update(t,[e]){if(e===x||e===n)return e;let a=t.element,r=t.name;if(t.type===g.PROPERTY){if(e===a[r])return x}else if(t.type===g.BOOLEAN_ATTRIBUTE){if(!!e===a.hasAttribute(r))return x}else if(t.type===g.ATTRIBUTE&&a.getAttribute(r)===e+"")return x;return P(t),e}});function G(t,e,{rows:a,most:r=1/0,placeholder:s,shown:p,autocomplete:c="off",inputmode:d,offers:i=[],below:$,...b}){let u=p??String(t.value[e]??""),v=O(u),w=v>r,h=w?{...t,wrong:{[e]:t.t("dialog.too_long",{most:r,now:v})}}:t,y=l=>h.set({[e]:l}),T=l=>y(l.target.value);return f(h,e,b,l=>o`
      ${a?o`<textarea
              id=${e}
              rows=${a}
              placeholder=${s??n}
              aria-required=${b.need?"true":n}
              aria-invalid=${h.wrong[e]?"true":n}
              aria-describedby=${l}
              .value=${m(u)}
              @input=${T}
            ></textarea>`:o`<input
              id=${e}
              type="text"
              autocomplete=${c}
              inputmode=${d??n}
              placeholder=${s??n}
              aria-required=${b.need?"true":n}
              aria-invalid=${h.wrong[e]?"true":n}
              aria-describedby=${l}
              .value=${m(u)}
              @input=${T}
            />`}
    `,i.length?o`<div class="offers">
          ${i.map(l=>K(l,u===l,()=>y(l)))}
        </div>`:$,w?"too-long":"")}function J(t,e,{type:a="date",least:r,most:s,below:p,...c}){return f(t,e,c,d=>o`
      <input
        id=${e}
        class="short"
        type=${a}
        min=${r??n}
        max=${s??n}
        aria-required=${c.need?"true":n}
        aria-invalid=${t.wrong[e]?"true":n}
        aria-describedby=${d}
        .value=${m(String(t.value[e]??""))}
        @input=${i=>t.set({[e]:i.target.value})}
      />
    `,p)}function Q(t,e,a,r){return f(t,e,r,s=>o`
      <input
        id=${e}
        class="short"
        type="datetime-local"
        aria-required=${r.need?"true":n}
        aria-invalid=${t.wrong[e]?"true":n}
        aria-describedby=${s}
        .value=${m(t.value[e]?V(Number(t.value[e]),a):"")}
        @change=${p=>t.set({[e]:R(p.target.value,a)})}
      />
    `)}function W(t,e,a,{label:r,hint:s,need:p,unseen:c}){let d=t.wrong[e];return o`<fieldset
    id=${e}
    aria-describedby="${e}-wrong ${e}-hint"
    class=${d?"is-wrong":""}
  >
    <legend class=${c?"unseen":""}>${r}${p?A(t.t):n}</legend>
    ${s?o`<p class="hint" id="${e}-hint">${s}</p>`:n}
    <div
      class="options ${a.some(({more:i,below:$})=>i||$)?"":j(a.map(i=>i.label))}"
    >
      ${a.map(({value:i,label:$,more:b,below:u})=>o`
          <label class="choice">
            <input
              type="radio"
              name=${e}
              value=${String(i)}
              .checked=${m(t.value[e]===i)}
              @change=${()=>t.set({[e]:i})}
            />
            <span>${$}${b?o`<small>${b}</small>`:n}</span>
          </label>
          ${t.value[e]===i&&u?o`<div class="beside">${u()}</div>`:n}
        `)}
    </div>
    ${I(e,d)}
  </fieldset>`}function j(t){let e=Math.max(...t.map(B));return e<=9?"few":e<=12?"some":e<=24?"words":""}var B=t=>[...t].reduce((e,a)=>e+(a>"⿿"?2:1),0);function X(t,e,{label:a,hint:r}){return o`<label class="choice">
    <input
      id=${e}
      type="checkbox"
      .checked=${m(!!t.value[e])}
      @change=${s=>t.set({[e]:s.target.checked})}
    />
    <span>${a}${r?o`<small>${r}</small>`:n}</span>
  </label>`}function f(t,e,{label:a,hint:r,need:s},p,c=n,d=""){let i=t.wrong[e];return o`<div class="field ${i?"is-wrong":""} ${d}">
    <label for=${e}>${a}${s?A(t.t):n}</label>
    ${p(`${e}-wrong ${e}-hint`)} ${I(e,i)} ${c}
    ${r?o`<p class="hint" id="${e}-hint">${r}</p>`:n}
  </div>`}var K=(t,e,a)=>o`<button type="button" class="chip" aria-pressed=${e?"true":"false"} @click=${a}>
    ${t}
  </button>`,A=t=>o`<span class="must">${t("request_form.must")}</span>`,I=(t,e)=>e?o`<p class="wrong" id="${t}-wrong">${e}</p>`:n,Z=k`
  .must {
    display: inline-block;
    margin-inline-start: 8px;
    padding: 0 8px;
    border-radius: 999px;
    font-size: 12px;
    font-weight: 600;
    line-height: 1.7;
    vertical-align: 1px;
    color: var(--kb-soft);
    background: color-mix(in srgb, var(--kb-text) 8%, var(--kb-card));
  }
  .wrong {
    font-size: 14px;
    font-weight: 600;
    color: var(--kb-bad);
  }
  .is-wrong input:not([type="radio"], [type="checkbox"]),
  .is-wrong textarea,
  .is-wrong select {
    border-color: var(--kb-bad);
    box-shadow: inset 0 0 0 1px var(--kb-bad);
  }
  .is-wrong {
    /* A person is led there: below the panel's own heading, which stays. */
    scroll-margin-top: 72px;
  }
  .is-wrong > .options > .choice {
    border-color: var(--kb-bad);
  }
  .options {
    display: grid;
    gap: 8px;
  }
  .options.few {
    /* So that the days of a week stand beside each other in a dialog. */
    grid-template-columns: repeat(auto-fit, minmax(92px, 1fr));
  }
  .options.some {
    grid-template-columns: repeat(auto-fit, minmax(136px, 1fr));
  }
  .options.words {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
  }
  fieldset > .hint {
    margin-bottom: 8px;
  }
  fieldset > .wrong {
    margin-top: 6px;
  }
  .choice small {
    display: block;
    font-size: 14px;
    line-height: 1.6;
    color: var(--kb-soft);
  }
  .beside {
    display: grid;
    gap: 16px;
    margin: 4px 0 8px;
    padding-inline-start: 16px;
    border-inline-start: 3px solid color-mix(in srgb, var(--kb-accent) 40%, var(--kb-card));
  }
  .offers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .chip {
    font: inherit;
    font-size: 14px;
    min-height: var(--kb-touch);
    padding: 6px 14px;
    color: var(--kb-accent);
    background: none;
    border: 1px solid var(--kb-line);
    border-radius: 999px;
    cursor: pointer;
  }
  .chip[aria-pressed="true"] {
    background: var(--kb-tint);
    border-color: var(--kb-accent);
  }
  input.short {
    max-width: 260px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    gap: 16px;
    align-items: start;
  }
`;export{m as a,G as b,J as c,Q as d,W as e,j as f,X as g,K as h,A as i,I as j,Z as k};
