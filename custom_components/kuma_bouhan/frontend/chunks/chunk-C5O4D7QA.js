import{a as O,b as z,e as E}from"./chunk-I6UTLSEY.js";import{a as g,b as K,c as H,d as q,e as j,f as N}from"./chunk-A623JE5Z.js";import{La as I}from"./chunk-DWWQMYPI.js";import{a as S}from"./chunk-BYHIPRB2.js";import{a as k,b as l,d as v,e as a,h as f,i as L,j as A,o as F}from"./chunk-LBO2O6FZ.js";import{a as m}from"./chunk-LO2NM3CE.js";var b=K(class extends H{constructor(e){if(super(e),e.type!==g.PROPERTY&&e.type!==g.ATTRIBUTE&&e.type!==g.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!q(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===v||t===a)return t;let r=e.element,n=e.name;if(e.type===g.PROPERTY){if(t===r[n])return v}else if(e.type===g.BOOLEAN_ATTRIBUTE){if(!!t===r.hasAttribute(n))return v}else if(e.type===g.ATTRIBUTE&&r.getAttribute(n)===t+"")return v;return j(e),t}});function ue(e,t,{rows:r,most:n,placeholder:i,shown:o,autocomplete:s="off",inputmode:p,offers:d=[],below:w,...x}){let y=o??String(e.value[t]??""),P=u=>e.set({[t]:u}),M=u=>P(u.target.value);return R(e,t,x,u=>l`
      ${r?l`<textarea
              id=${t}
              rows=${r}
              maxlength=${n}
              placeholder=${i??a}
              aria-required=${x.need?"true":a}
              aria-invalid=${e.wrong[t]?"true":a}
              aria-describedby=${u}
              .value=${b(y)}
              @input=${M}
            ></textarea>`:l`<input
              id=${t}
              type="text"
              maxlength=${n}
              autocomplete=${s}
              inputmode=${p??a}
              placeholder=${i??a}
              aria-required=${x.need?"true":a}
              aria-invalid=${e.wrong[t]?"true":a}
              aria-describedby=${u}
              .value=${b(y)}
              @input=${M}
            />`}
    `,d.length?l`<div class="offers">
          ${d.map(u=>Z(u,y===u,()=>P(u)))}
        </div>`:w)}function me(e,t,{least:r,most:n,below:i,...o}){return R(e,t,o,s=>l`
      <input
        id=${t}
        class="short"
        type="date"
        min=${r}
        max=${n}
        aria-required=${o.need?"true":a}
        aria-invalid=${e.wrong[t]?"true":a}
        aria-describedby=${s}
        .value=${b(String(e.value[t]??""))}
        @input=${p=>e.set({[t]:p.target.value})}
      />
    `,i)}function he(e,t,r,n){return R(e,t,n,i=>l`
      <input
        id=${t}
        class="short"
        type="datetime-local"
        aria-required=${n.need?"true":a}
        aria-invalid=${e.wrong[t]?"true":a}
        aria-describedby=${i}
        .value=${b(O(Number(e.value[t]),r))}
        @change=${o=>{let s=z(o.target.value,r);s!==null&&e.set({[t]:s})}}
      />
    `)}function fe(e,t,r,{label:n,hint:i,need:o,unseen:s}){let p=e.wrong[t];return l`<fieldset
    id=${t}
    aria-describedby="${t}-wrong ${t}-hint"
    class=${p?"is-wrong":""}
  >
    <legend class=${s?"unseen":""}>${n}${o?D(e.t):a}</legend>
    ${i?l`<p class="hint" id="${t}-hint">${i}</p>`:a}
    <div
      class="options ${r.some(({more:d,below:w})=>d||w)?"":J(r.map(d=>d.label))}"
    >
      ${r.map(({value:d,label:w,more:x,below:y})=>l`
          <label class="choice">
            <input
              type="radio"
              name=${t}
              value=${String(d)}
              .checked=${b(e.value[t]===d)}
              @change=${()=>e.set({[t]:d})}
            />
            <span>${w}${x?l`<small>${x}</small>`:a}</span>
          </label>
          ${e.value[t]===d&&y?l`<div class="beside">${y()}</div>`:a}
        `)}
    </div>
    ${_(t,p)}
  </fieldset>`}function J(e){let t=Math.max(...e.map(Q));return t<=12?"few":t<=24?"some":""}var Q=e=>[...e].reduce((t,r)=>t+(r>"⿿"?2:1),0);function ge(e,t,{label:r,hint:n}){return l`<label class="choice">
    <input
      id=${t}
      type="checkbox"
      .checked=${b(!!e.value[t])}
      @change=${i=>e.set({[t]:i.target.checked})}
    />
    <span>${r}${n?l`<small>${n}</small>`:a}</span>
  </label>`}function R(e,t,{label:r,hint:n,need:i},o,s=a){let p=e.wrong[t];return l`<div class="field ${p?"is-wrong":""}">
    <label for=${t}>${r}${i?D(e.t):a}</label>
    ${o(`${t}-wrong ${t}-hint`)} ${_(t,p)} ${s}
    ${n?l`<p class="hint" id="${t}-hint">${n}</p>`:a}
  </div>`}var Z=(e,t,r)=>l`<button type="button" class="chip" aria-pressed=${t?"true":"false"} @click=${r}>
    ${e}
  </button>`,D=e=>l`<span class="must">${e("request_form.must")}</span>`,_=(e,t)=>t?l`<p class="wrong" id="${e}-wrong">${t}</p>`:a,be=k`
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
  .is-wrong textarea {
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
`;var U=["nw","ne","sw","se"],$=.012,h=(e,t=0,r=1)=>Math.min(Math.max(e,t),r);function Y(e,t){let[r,n]=[h(e.x),h(t.x)],[i,o]=[h(e.y),h(t.y)];return{x:Math.min(r,n),y:Math.min(i,o),w:Math.abs(r-n),h:Math.abs(i-o)}}var G=({w:e,h:t})=>e<$||t<$;function B(e,t,r){return{...e,x:h(e.x+t,0,1-e.w),y:h(e.y+r,0,1-e.h)}}function V(e,t,r){let n=t.endsWith("e"),i=t.startsWith("s"),o=h(r.x,n?e.x+$:0,n?1:e.x+e.w-$),s=h(r.y,i?e.y+$:0,i?1:e.y+e.h-$);return{...e,x:n?e.x:o,y:i?e.y:s,w:n?o-e.x:e.x+e.w-o,h:i?s-e.y:e.y+e.h-s}}function W(e,t,r){return V(e,"se",{x:e.x+e.w+t,y:e.y+e.h+r})}var $e=({from:e,to:t},r)=>e<=r&&r<t;function we(e,t,r,n){let i=h(r,n.from,n.to);if(t==="from"){let s=e.to>i?e.to:n.to;return{...e,from:Math.min(i,s-1e3),to:s}}let o=e.from<i?e.from:n.from;return{...e,from:o,to:Math.max(i,o+1e3)}}var C=1e4,T=e=>Math.round(e*C)/C;function ve({from:e,to:t,x:r,y:n,w:i,h:o}){let[s,p]=[T(r),T(n)];return{start:E(e),end:E(t),x:s,y:p,w:T(Math.min(i,1-s)),h:T(Math.min(o,1-p))}}function ke(e){return e.map(({start:t,end:r,x:n,y:i,w:o,h:s},p)=>({id:p+1,from:Date.parse(t),to:Date.parse(r),x:n,y:i,w:o,h:s}))}var Te=e=>Math.max(0,...e.map(({id:t})=>t))+1;var ee=.01,te=.002,c=class extends I{constructor(){super(...arguments);this.picture="";this.label="";this.words="";this.masks=[];this.chosen=null;this.still=!1;this.drawn=null;this.grip=null;this.finger=-1}static{this.styles=[...F,k`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
        border-radius: var(--kb-radius);
        background: #16191b;
        user-select: none;
        -webkit-user-select: none;
      }
      .sheet {
        position: relative;
        display: grid;
        place-items: center;
        min-height: 160px;
      }
      .sheet.draws {
        cursor: crosshair;
        touch-action: none;
      }
      img {
        display: block;
        width: 100%;
        pointer-events: none;
      }
      .area {
        position: absolute;
        inset: 0;
      }
      .words {
        color: #e7eaec;
        padding: 24px;
        text-align: center;
      }
      .mask,
      .new {
        position: absolute;
        background: repeating-linear-gradient(
          45deg,
          rgba(0, 0, 0, 0.82) 0 10px,
          rgba(40, 44, 46, 0.82) 10px 20px
        );
        outline: 2px solid #fff;
        outline-offset: -2px;
        box-shadow: 0 0 0 1px rgba(0, 0, 0, 0.7);
      }
      .mask {
        cursor: move;
        touch-action: none;
      }
      .mask:focus-visible {
        outline: 3px solid #ffd54f;
        outline-offset: 1px;
      }
      .mask[aria-pressed="true"] {
        outline-color: #ffd54f;
        z-index: 1;
      }
      .number {
        position: absolute;
        top: 2px;
        left: 2px;
        min-width: 22px;
        padding: 0 6px;
        border-radius: 6px;
        font-size: 13px;
        font-weight: 700;
        line-height: 20px;
        text-align: center;
        color: #16191b;
        background: #fff;
        pointer-events: none;
      }
      .mask[aria-pressed="true"] .number {
        background: #ffd54f;
      }
      .corner {
        position: absolute;
        width: 44px;
        height: 44px;
        margin: -22px;
        touch-action: none;
      }
      .corner::after {
        content: "";
        position: absolute;
        inset: 14px;
        border-radius: 50%;
        background: #ffd54f;
        border: 2px solid #16191b;
      }
      .nw {
        left: 0;
        top: 0;
        cursor: nwse-resize;
      }
      .ne {
        left: 100%;
        top: 0;
        cursor: nesw-resize;
      }
      .sw {
        left: 0;
        top: 100%;
        cursor: nesw-resize;
      }
      .se {
        left: 100%;
        top: 100%;
        cursor: nwse-resize;
      }
    `]}tell(r,n){this.dispatchEvent(new CustomEvent(r,{detail:n,bubbles:!0,composed:!0}))}pointOf(r){let n=this.area.getBoundingClientRect();return{x:(r.clientX-n.left)/(n.width||1),y:(r.clientY-n.top)/(n.height||1)}}down(r){if(this.still||!this.picture||r.button!==0||this.grip)return;let n=r.target,i=this.pointOf(r),o=this.masks.find(({id:p})=>String(p)===n.closest(".mask")?.dataset.id),s=n.dataset.corner;o&&s?this.grip={does:"size",mask:o,corner:s}:o?this.grip={does:"move",mask:o,from:i}:this.grip={does:"draw",from:i},this.finger=r.pointerId,this.area?.setPointerCapture(r.pointerId),o&&this.tell("choose",o.id)}move(r){let{grip:n}=this;if(!n||r.pointerId!==this.finger)return;let i=this.pointOf(r);n.does==="draw"?this.drawn=Y(n.from,i):n.does==="size"?this.tell("change",V(n.mask,n.corner,i)):this.tell("change",B(n.mask,i.x-n.from.x,i.y-n.from.y))}up(r){if(r.pointerId!==this.finger)return;let{grip:n,drawn:i}=this;this.grip=null,this.drawn=null,this.finger=-1,!(r.type!=="pointerup"||n?.does!=="draw")&&(i&&!G(i)?this.tell("draw",i):this.tell("choose",null))}key(r,n){if(this.still)return;let i=n.altKey?te:ee,s={ArrowLeft:[-i,0],ArrowRight:[i,0],ArrowUp:[0,-i],ArrowDown:[0,i]}[n.key];if(s)this.tell("change",(n.shiftKey?W:B)(r,...s));else if(n.key==="Delete"||n.key==="Backspace")this.tell("take",r.id);else if(n.key==="Enter"||n.key===" ")this.tell("choose",r.id);else return;n.preventDefault()}focusMask(r){this.renderRoot.querySelector(`.mask[data-id="${r}"]`)?.focus()}render(){return this.picture?l`<div class="sheet ${this.still?"":"draws"}">
      <img alt=${this.label} src=${this.picture} draggable="false" />
      <div
        class="area"
        role="group"
        aria-label=${this.label}
        @pointerdown=${this.down}
        @pointermove=${this.move}
        @pointerup=${this.up}
        @pointercancel=${this.up}
      >
        ${N(this.masks,({id:r})=>r,r=>this.mask(r))}
        ${this.drawn?l`<div class="new" style=${X(this.drawn)}></div>`:a}
      </div>
    </div>`:l`<div class="sheet"><p class="words" role="status">${this.words}</p></div>`}mask(r){let n=r.id===this.chosen;return l`<div
      class="mask"
      role="button"
      tabindex="0"
      data-id=${r.id}
      style=${X(r)}
      aria-label=${this.t("masks.one",{number:r.id})}
      aria-pressed=${n?"true":"false"}
      @focus=${()=>this.tell("choose",r.id)}
      @keydown=${i=>this.key(r,i)}
    >
      <span class="number">${r.id}</span>
      ${n&&!this.still?U.map(i=>l`<span class="corner ${i}" data-corner=${i}></span>`):a}
    </div>`}};m([f()],c.prototype,"picture",2),m([f()],c.prototype,"label",2),m([f()],c.prototype,"words",2),m([f({attribute:!1})],c.prototype,"masks",2),m([f({attribute:!1})],c.prototype,"chosen",2),m([f({type:Boolean})],c.prototype,"still",2),m([L()],c.prototype,"drawn",2),m([A(".area")],c.prototype,"area",2);function X({x:e,y:t,w:r,h:n}){let i=o=>`${(o*100).toFixed(3)}%`;return`left:${i(e)};top:${i(t)};width:${i(r)};height:${i(n)}`}S("kb-mask-canvas",c);export{b as a,ue as b,me as c,he as d,fe as e,J as f,ge as g,Z as h,D as i,_ as j,be as k,$e as l,we as m,ve as n,ke as o,Te as p};
