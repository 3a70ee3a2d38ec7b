import{a as s,b as l,e as t}from"./chunk-LBO2O6FZ.js";var d=s`
  .choices {
    display: grid;
    gap: 8px;
  }
  .choices.thirds {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 128px), 1fr));
  }
  .choice small {
    display: block;
    color: var(--kb-soft);
    font-size: 14px;
  }
`;function m(i,a,c,r,o,n=""){return l`<fieldset>
    <legend>${a}</legend>
    <div class="choices ${n}">
      ${c.map(e=>l`<label class="choice">
            <input
              type="radio"
              name=${i}
              value=${e.value}
              .checked=${r===e.value}
              @change=${()=>o(e.value)}
            />
            <span>${e.label}${e.more?l`<small>${e.more}</small>`:t}</span>
          </label>`)}
    </div>
  </fieldset>`}export{d as a,m as b};
