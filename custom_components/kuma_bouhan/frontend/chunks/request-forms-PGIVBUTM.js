import{a as ie,b as re,c as z,d as q,f as ne,g as ft,h as ae,i as oe,j as le,k as pe,l as ce}from"./chunk-N4NFP26D.js";import{a as he,b as me,d as bt,e as K}from"./chunk-5ALHJNUI.js";import"./chunk-Q6NWF77O.js";import{b as ue,c as gt,d as de}from"./chunk-KID7FAEK.js";import{b as st,c as V,d as S,g as ee,h as se,i as it}from"./chunk-6XGAXVIH.js";import{a as Qt,b as te,e as U,f as J}from"./chunk-I6UTLSEY.js";import{a as D,b as Yt,c as Xt,d as Jt,e as Zt,f as et}from"./chunk-CTWQIWQG.js";import{a as Gt,c as Ht,e as jt,f as W}from"./chunk-3A3V5TTW.js";import{Aa as Nt,Ba as d,F as At,U as Dt,Z as zt,d as R,e as Et,f as Rt,g as tt,ha as It,o as St,oa as Lt,p as Pt,pa as Ut,q as Ft,ra as Vt,s as Ot,t as Ct,w as Wt,y as Mt,ya as Kt,z as Bt}from"./chunk-YVMQDE2W.js";import{a as v}from"./chunk-X5RYZNN2.js";import{a as g}from"./chunk-BYHIPRB2.js";import{a as b,b as a,d as X,e as p,h as u,i as m,j as L,o as y}from"./chunk-HILQJUX4.js";import{a as l}from"./chunk-LO2NM3CE.js";var I=Yt(class extends Xt{constructor(e){if(super(e),e.type!==D.PROPERTY&&e.type!==D.ATTRIBUTE&&e.type!==D.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Jt(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[r]){if(r===X||r===p)return r;let t=e.element,s=e.name;if(e.type===D.PROPERTY){if(r===t[s])return X}else if(e.type===D.BOOLEAN_ATTRIBUTE){if(!!r===t.hasAttribute(s))return X}else if(e.type===D.ATTRIBUTE&&t.getAttribute(s)===r+"")return X;return Zt(e),r}});function $(e,r,{rows:t,most:s,placeholder:i,shown:n,autocomplete:o="off",offers:c=[],below:h,...T}){let C=n??String(e.value[r]??""),A=k=>e.set({[r]:k}),f=k=>A(k.target.value);return vt(e,r,T,k=>a`
      ${t?a`<textarea
              id=${r}
              rows=${t}
              maxlength=${s}
              placeholder=${i??p}
              aria-required=${T.need?"true":p}
              aria-invalid=${e.wrong[r]?"true":p}
              aria-describedby=${k}
              .value=${I(C)}
              @input=${f}
            ></textarea>`:a`<input
              id=${r}
              type="text"
              maxlength=${s}
              autocomplete=${o}
              placeholder=${i??p}
              aria-required=${T.need?"true":p}
              aria-invalid=${e.wrong[r]?"true":p}
              aria-describedby=${k}
              .value=${I(C)}
              @input=${f}
            />`}
    `,c.length?a`<div class="offers">
          ${c.map(k=>M(k,C===k,()=>A(k)))}
        </div>`:h)}function fe(e,r,{least:t,most:s,below:i,...n}){return vt(e,r,n,o=>a`
      <input
        id=${r}
        class="short"
        type="date"
        min=${t}
        max=${s}
        aria-required=${n.need?"true":p}
        aria-invalid=${e.wrong[r]?"true":p}
        aria-describedby=${o}
        .value=${I(String(e.value[r]??""))}
        @input=${c=>e.set({[r]:c.target.value})}
      />
    `,i)}function ge(e,r,t,s){return vt(e,r,s,i=>a`
      <input
        id=${r}
        class="short"
        type="datetime-local"
        aria-required=${s.need?"true":p}
        aria-invalid=${e.wrong[r]?"true":p}
        aria-describedby=${i}
        .value=${I(Qt(Number(e.value[r]),t))}
        @change=${n=>{let o=te(n.target.value,t);o!==null&&e.set({[r]:o})}}
      />
    `)}function rt(e,r,t,{label:s,hint:i,need:n,unseen:o}){let c=e.wrong[r];return a`<fieldset
    id=${r}
    aria-describedby="${r}-wrong ${r}-hint"
    class=${c?"is-wrong":""}
  >
    <legend class=${o?"unseen":""}>${s}${n?N(e.t):p}</legend>
    ${i?a`<p class="hint" id="${r}-hint">${i}</p>`:p}
    <div class="options ${t.some(({more:h,below:T})=>h||T)?"":"few"}">
      ${t.map(({value:h,label:T,more:C,below:A})=>a`
          <label class="choice">
            <input
              type="radio"
              name=${r}
              value=${String(h)}
              .checked=${I(e.value[r]===h)}
              @change=${()=>e.set({[r]:h})}
            />
            <span>${T}${C?a`<small>${C}</small>`:p}</span>
          </label>
          ${e.value[r]===h&&A?a`<div class="beside">${A()}</div>`:p}
        `)}
    </div>
    ${nt(r,c)}
  </fieldset>`}function be(e,r,{label:t,hint:s}){return a`<label class="choice">
    <input
      id=${r}
      type="checkbox"
      .checked=${I(!!e.value[r])}
      @change=${i=>e.set({[r]:i.target.checked})}
    />
    <span>${t}${s?a`<small>${s}</small>`:p}</span>
  </label>`}function vt(e,r,{label:t,hint:s,need:i},n,o=p){let c=e.wrong[r];return a`<div class="field ${c?"is-wrong":""}">
    <label for=${r}>${t}${i?N(e.t):p}</label>
    ${n(`${r}-wrong ${r}-hint`)} ${nt(r,c)} ${o}
    ${s?a`<p class="hint" id="${r}-hint">${s}</p>`:p}
  </div>`}var M=(e,r,t)=>a`<button type="button" class="chip" aria-pressed=${r?"true":"false"} @click=${t}>
    ${e}
  </button>`,N=e=>a`<span class="must">${e("request_form.must")}</span>`,nt=(e,r)=>r?a`<p class="wrong" id="${e}-wrong">${r}</p>`:p,G=b`
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
  .is-wrong > .options > .choice {
    border-color: var(--kb-bad);
  }
  .options {
    display: grid;
    gap: 8px;
  }
  .options.few {
    grid-template-columns: repeat(auto-fit, minmax(96px, 1fr));
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
`;var $e=["nw","ne","sw","se"],H=.012,P=(e,r=0,t=1)=>Math.min(Math.max(e,r),t);function ye(e,r){let[t,s]=[P(e.x),P(r.x)],[i,n]=[P(e.y),P(r.y)];return{x:Math.min(t,s),y:Math.min(i,n),w:Math.abs(t-s),h:Math.abs(i-n)}}var ke=({w:e,h:r})=>e<H||r<H;function $t(e,r,t){return{...e,x:P(e.x+r,0,1-e.w),y:P(e.y+t,0,1-e.h)}}function yt(e,r,t){let s=r.endsWith("e"),i=r.startsWith("s"),n=P(t.x,s?e.x+H:0,s?1:e.x+e.w-H),o=P(t.y,i?e.y+H:0,i?1:e.y+e.h-H);return{...e,x:s?e.x:n,y:i?e.y:o,w:s?n-e.x:e.x+e.w-n,h:i?o-e.y:e.y+e.h-o}}function we(e,r,t){return yt(e,"se",{x:e.x+e.w+r,y:e.y+e.h+t})}var ot=({from:e,to:r},t)=>e<=t&&t<r;function kt(e,r,t,s){let i=P(t,s.from,s.to);if(r==="from"){let o=e.to>i?e.to:s.to;return{...e,from:Math.min(i,o-1e3),to:o}}let n=e.from<i?e.from:s.from;return{...e,from:n,to:Math.max(i,n+1e3)}}var ve=1e4,at=e=>Math.round(e*ve)/ve;function xe({from:e,to:r,x:t,y:s,w:i,h:n}){let[o,c]=[at(t),at(s)];return{start:U(e),end:U(r),x:o,y:c,w:at(Math.min(i,1-o)),h:at(Math.min(n,1-c))}}function _e(e){return e.map(({start:r,end:t,x:s,y:i,w:n,h:o},c)=>({id:c+1,from:Date.parse(r),to:Date.parse(t),x:s,y:i,w:n,h:o}))}var Te=e=>Math.max(0,...e.map(({id:r})=>r))+1;var F=class extends v{constructor(){super(...arguments);this.masks=[];this.chosen=null;this.at=0;this.still=!1;this.sees=!1}static{this.styles=[...y,b`
      :host {
        display: grid;
        gap: 12px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
      }
      ul {
        display: grid;
        gap: 8px;
      }
      li {
        border: 1px solid var(--kb-line);
        border-radius: 10px;
        overflow: hidden;
      }
      li.chosen {
        border-color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .row {
        font: inherit;
        color: inherit;
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: 4px 12px;
        width: 100%;
        min-height: var(--kb-touch);
        padding: 8px 12px;
        border: 0;
        background: none;
        text-align: start;
        cursor: pointer;
      }
      .row:focus-visible {
        outline-offset: -3px;
      }
      .number {
        min-width: 26px;
        padding: 0 6px;
        border-radius: 6px;
        font-size: 14px;
        font-weight: 700;
        line-height: 24px;
        text-align: center;
        color: var(--kb-card);
        background: var(--kb-text);
      }
      .bar {
        position: relative;
        grid-column: 2;
        height: 6px;
        border-radius: 3px;
        overflow: hidden;
        background: color-mix(in srgb, var(--kb-text) 12%, var(--kb-card));
      }
      .bar i {
        position: absolute;
        inset-block: 0;
        min-width: 2px;
        background: var(--kb-primary);
      }
      .acts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
        padding: 0 4px 4px;
      }
      .acts .button {
        justify-content: start;
        font-size: 15px;
        padding: 8px;
      }
    `]}tell(t,s=null){this.dispatchEvent(new CustomEvent(t,{detail:s}))}words({from:t,to:s}){let{format:i}=this.panel;return t<=this.whole.from&&s>=this.whole.to?this.t("masks.whole"):this.t("masks.span",{from:i.seconds(t),to:i.seconds(s)})}render(){return a`
      <div class="head">
        <h3 id="masks">${this.t("masks.list",{count:this.masks.length})}</h3>
        ${this.sees&&!this.still?a`<button class="button" @click=${()=>this.tell("add")}>
                ${d(It,20)}${this.t("masks.add")}
              </button>`:p}
      </div>
      ${this.masks.length?a`<ul aria-labelledby="masks">
              ${et(this.masks,({id:t})=>t,t=>this.item(t))}
            </ul>`:a`<p class="soft">${this.t("masks.none")}</p>`}
    `}item(t){let s=t.id===this.chosen,i=n=>(n-this.whole.from)/K(this.whole)*100;return a`<li class=${s?"chosen":""}>
      <button
        class="row"
        aria-pressed=${s?"true":"false"}
        aria-label="${this.t("masks.one",{number:t.id})} ${this.words(t)}"
        @click=${()=>this.tell("choose",t.id)}
      >
        <span class="number">${t.id}</span>
        <span class="numbers">${this.words(t)}</span>
        <span class="bar" aria-hidden="true"
          ><i
            style="left:${i(t.from).toFixed(2)}%;width:${(i(t.to)-i(t.from)).toFixed(2)}%"
          ></i
        ></span>
      </button>
      ${s&&!this.still?this.acts(t):p}
    </li>`}acts(t){let s=(i,n,o)=>a`<button class="button quiet" @click=${o}>
        ${d(n,20)}${this.t(`masks.${i}`)}
      </button>`;return a`<div class="acts">
      ${s("from_here",Bt,()=>this.tell("change",kt(t,"from",this.at,this.whole)))}
      ${s("to_here",Mt,()=>this.tell("change",kt(t,"to",this.at,this.whole)))}
      ${s("throughout",Rt,()=>this.tell("change",{...t,...this.whole}))}
      <button
        class="button quiet"
        aria-label=${this.t("masks.delete_of",{number:t.id})}
        @click=${()=>this.tell("take",t.id)}
      >
        ${d(Nt,20)}${this.t("masks.delete")}
      </button>
    </div>`}};l([u({attribute:!1})],F.prototype,"masks",2),l([u({attribute:!1})],F.prototype,"chosen",2),l([u({attribute:!1})],F.prototype,"whole",2),l([u({attribute:!1})],F.prototype,"at",2),l([u({type:Boolean})],F.prototype,"still",2),l([u({type:Boolean})],F.prototype,"sees",2);g("kb-mask-list",F);var Le=.01,Ue=.002,x=class extends v{constructor(){super(...arguments);this.picture="";this.label="";this.words="";this.masks=[];this.chosen=null;this.still=!1;this.drawn=null;this.grip=null;this.finger=-1}static{this.styles=[...y,b`
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
    `]}tell(t,s){this.dispatchEvent(new CustomEvent(t,{detail:s,bubbles:!0,composed:!0}))}pointOf(t){let s=this.area.getBoundingClientRect();return{x:(t.clientX-s.left)/(s.width||1),y:(t.clientY-s.top)/(s.height||1)}}down(t){if(this.still||!this.picture||t.button!==0||this.grip)return;let s=t.target,i=this.pointOf(t),n=this.masks.find(({id:c})=>String(c)===s.closest(".mask")?.dataset.id),o=s.dataset.corner;n&&o?this.grip={does:"size",mask:n,corner:o}:n?this.grip={does:"move",mask:n,from:i}:this.grip={does:"draw",from:i},this.finger=t.pointerId,this.area?.setPointerCapture(t.pointerId),n&&this.tell("choose",n.id)}move(t){let{grip:s}=this;if(!s||t.pointerId!==this.finger)return;let i=this.pointOf(t);s.does==="draw"?this.drawn=ye(s.from,i):s.does==="size"?this.tell("change",yt(s.mask,s.corner,i)):this.tell("change",$t(s.mask,i.x-s.from.x,i.y-s.from.y))}up(t){if(t.pointerId!==this.finger)return;let{grip:s,drawn:i}=this;this.grip=null,this.drawn=null,this.finger=-1,!(t.type!=="pointerup"||s?.does!=="draw")&&(i&&!ke(i)?this.tell("draw",i):this.tell("choose",null))}key(t,s){if(this.still)return;let i=s.altKey?Ue:Le,o={ArrowLeft:[-i,0],ArrowRight:[i,0],ArrowUp:[0,-i],ArrowDown:[0,i]}[s.key];if(o)this.tell("change",(s.shiftKey?we:$t)(t,...o));else if(s.key==="Delete"||s.key==="Backspace")this.tell("take",t.id);else if(s.key==="Enter"||s.key===" ")this.tell("choose",t.id);else return;s.preventDefault()}focusMask(t){this.renderRoot.querySelector(`.mask[data-id="${t}"]`)?.focus()}render(){return this.picture?a`<div class="sheet ${this.still?"":"draws"}">
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
        ${et(this.masks,({id:t})=>t,t=>this.mask(t))}
        ${this.drawn?a`<div class="new" style=${qe(this.drawn)}></div>`:p}
      </div>
    </div>`:a`<div class="sheet"><p class="words" role="status">${this.words}</p></div>`}mask(t){let s=t.id===this.chosen;return a`<div
      class="mask"
      role="button"
      tabindex="0"
      data-id=${t.id}
      style=${qe(t)}
      aria-label=${this.t("masks.one",{number:t.id})}
      aria-pressed=${s?"true":"false"}
      @focus=${()=>this.tell("choose",t.id)}
      @keydown=${i=>this.key(t,i)}
    >
      <span class="number">${t.id}</span>
      ${s&&!this.still?$e.map(i=>a`<span class="corner ${i}" data-corner=${i}></span>`):p}
    </div>`}};l([u()],x.prototype,"picture",2),l([u()],x.prototype,"label",2),l([u()],x.prototype,"words",2),l([u({attribute:!1})],x.prototype,"masks",2),l([u({attribute:!1})],x.prototype,"chosen",2),l([u({type:Boolean})],x.prototype,"still",2),l([m()],x.prototype,"drawn",2),l([L(".area")],x.prototype,"area",2);function qe({x:e,y:r,w:t,h:s}){let i=n=>`${(n*100).toFixed(3)}%`;return`left:${i(e)};top:${i(r)};width:${i(t)};height:${i(s)}`}g("kb-mask-canvas",x);var wt=1e3,w=class extends v{constructor(){super(...arguments);this.place="";this.picture="";this.words="";this.at=0;this.masks=[];this.chosen=null;this.still=!1}static{this.styles=[...y,b`
      :host {
        display: grid;
        gap: 8px;
      }
      .hand {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: 0 12px;
      }
      .time {
        font-weight: 600;
      }
      .steps {
        display: flex;
      }
      input {
        grid-column: 1 / -1;
        width: 100%;
        height: 44px;
        margin: 0;
        accent-color: var(--kb-fill);
        cursor: pointer;
      }
    `]}async focusMask(t){await this.updateComplete,await this.canvas.updateComplete,this.canvas.focusMask(t)}goTo(t){this.dispatchEvent(new CustomEvent("moment",{detail:t}))}render(){let{format:t}=this.panel,s=t.seconds(this.at),i=(n,o,c)=>a`<button
        class="round"
        aria-label=${this.t(`masks.${n}`)}
        @click=${()=>this.goTo(this.at+c*wt)}
      >
        ${d(o)}
      </button>`;return a`
      <kb-mask-canvas
        .panel=${this.panel}
        .picture=${this.picture}
        .label=${this.t("masks.picture",{place:this.place,time:s})}
        .words=${this.words}
        .masks=${this.masks.filter(n=>ot(n,this.at))}
        .chosen=${this.chosen}
        .still=${this.still}
      ></kb-mask-canvas>
      <div class="hand">
        <span class="numbers time">${t.day(this.at)} ${s}</span>
        <span class="steps">
          ${i("back_10",Pt,-10)} ${i("back_1",Ot,-1)}
          ${i("on_1",Ct,1)} ${i("on_10",Ft,10)}
        </span>
        <input
          type="range"
          aria-label=${this.t("masks.moment")}
          aria-valuetext=${s}
          min=${this.whole.from}
          max=${this.whole.to-wt}
          step=${wt}
          .value=${String(this.at)}
          @input=${n=>this.goTo(Number(n.target.value))}
        />
      </div>
      <p class="hint">${this.t("masks.keys")}</p>
    `}};l([u()],w.prototype,"place",2),l([u()],w.prototype,"picture",2),l([u()],w.prototype,"words",2),l([u({attribute:!1})],w.prototype,"whole",2),l([u({attribute:!1})],w.prototype,"at",2),l([u({attribute:!1})],w.prototype,"masks",2),l([u({attribute:!1})],w.prototype,"chosen",2),l([u({type:Boolean})],w.prototype,"still",2),l([L("kb-mask-canvas")],w.prototype,"canvas",2);g("kb-mask-stage",w);var Ee=b`
  .top {
    display: grid;
    gap: 4px;
  }
  .back {
    justify-self: start;
    margin-inline-start: -12px;
  }
  .both {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 340px;
    gap: 24px;
    align-items: start;
  }
  .both > * {
    min-width: 0;
  }
  .card {
    display: grid;
    gap: 16px;
  }
  .shut {
    display: grid;
    gap: 16px;
    place-items: center;
    align-content: center;
    aspect-ratio: 16 / 9;
    min-height: 200px;
    width: 100%;
    padding: 24px;
    border-radius: var(--kb-radius);
    text-align: center;
    color: #e7eaec;
    background: #16191b;
  }
  progress {
    width: 100%;
    height: 10px;
    accent-color: var(--kb-fill);
  }
  .working {
    display: grid;
    gap: 8px;
  }
  @media (max-width: 999px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
  }
  @media (max-width: 599px) {
    .actions .button {
      width: 100%;
    }
  }
`;var xt="kuma-bouhan:",_t=(e,r)=>`${xt}${e}:${r}`;function Z(e,r,t){try{sessionStorage.setItem(_t(e,r),JSON.stringify(t))}catch{}}function lt(e,r){try{Ve(e);let t=sessionStorage.getItem(_t(e,r));return t===null?null:JSON.parse(t)}catch{return null}}function j(e,r){try{sessionStorage.removeItem(_t(e,r))}catch{}}function Ve(e){for(let r of Object.keys(sessionStorage))r.startsWith(xt)&&!r.startsWith(`${xt}${e}:`)&&sessionStorage.removeItem(r)}var Ke=180,Ne=5e3,pt=class{constructor(r){this.host=r;this.picture="";this.problem=null;this.url=null;this.asking=null;r.addController(this)}hostDisconnected(){this.show(null)}show(r){r!==this.url&&(this.url=r,clearTimeout(this.timer),this.asking?.abort(),r?this.timer=setTimeout(()=>{this.fetch(r)},Ke):(this.letGo(),this.problem=null))}async fetch(r){let t=this.asking=new AbortController;try{let s=await jt(this.host.panel.hass,r,t.signal);if(t.signal.aborted)return URL.revokeObjectURL(s);this.letGo(),this.picture=s,this.problem=null}catch(s){if(t.signal.aborted)return;this.letGo(),this.problem=W(s),this.problem.key==="unlock_first"&&this.host.panel.refreshLock(),this.problem.key==="no_connection"&&(this.timer=setTimeout(()=>{this.fetch(r)},Ne))}this.host.requestUpdate()}letGo(){this.picture&&URL.revokeObjectURL(this.picture),this.picture=""}};var Ge=1500,He={x:.4,y:.4,w:.2,h:.2},je=1e3,E=class extends v{constructor(){super(...arguments);this.masks=null;this.chosen=null;this.at=0;this.status=null;this.error="";this.busy=!1;this.watch=new it(this);this.shown=new pt(this);this.place="";this.sent=!1}static{this.styles=[...y,G,Ee]}get number(){return Number(this.panel.path[1])}get camera(){return this.panel.path[3]??this.disclosure?.cameras[0]??""}get disclosure(){return this.watch.list?.disclosures.find(({number:t})=>t===this.number)}get whole(){let{disclosure:t}=this;return{from:Date.parse(t?.start??""),to:Date.parse(t?.end??"")}}get first(){let t=this.disclosure?.true.find(({camera:s})=>s===this.camera);return t?Math.max(this.whole.from,Date.parse(t.start)):this.whole.from}get isWorking(){return this.status?.state==="working"}get keptAs(){return`masks/${this.number}/${this.camera}`}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.again),this.place=""}connectedCallback(){super.connectedCallback(),this.requestUpdate()}willUpdate(t){super.willUpdate(t);let{disclosure:s}=this;if(!s?.cameras.includes(this.camera))return;let i=`${this.number} ${this.camera}`;if(i!==this.place){this.place=i;let n=lt(this.panel.overview.me.user_id,this.keptAs);this.masks=n?.masks??null,this.sent=n?.sent??!1,this.at=n?.at??this.first,this.chosen=null,this.status=null,this.ask()}this.shown.show(this.pictureUrl)}async ask(){clearTimeout(this.again);let{place:t}=this;try{let s=await ee(this.panel.hass,this.number,this.camera);if(t!==this.place||!this.isConnected)return;let i=this.status?.state;this.status=s,s.state==="done"&&this.sent&&(this.sent=!1,j(this.panel.overview.me.user_id,this.keptAs)),this.masks??=_e(s.masks),i==="working"&&s.state==="done"&&(this.panel.say(this.t("masks.done")),this.watch.load()),s.state==="working"&&this.askAgain()}catch(s){if(t!==this.place||!this.isConnected)return;this.masks??=[],W(s).key==="no_connection"?this.askAgain():this.error=this.panel.words(s)}}askAgain(){this.again=setTimeout(()=>{this.ask()},Ge)}get pictureUrl(){return this.panel.lock?.mine?se(this.number,this.camera,this.at):null}goTo(t){let{from:s,to:i}=this.whole;this.at=Math.min(Math.max(t,s),i-je),(this.sent||this.masks?.length)&&this.keep()}keep(){let t={masks:this.masks??[],at:this.at,sent:this.sent};Z(this.panel.overview.me.user_id,this.keptAs,t)}put(t){this.masks=t,this.sent=!1,this.keep()}add(t){let s=this.masks??[],i={id:Te(s),...this.whole,...t};this.put([...s,i]),this.chosen=i.id}async addByKeys(){this.add(He),await this.updateComplete,this.chosen!==null&&await this.onStage?.focusMask(this.chosen)}change(t){this.put((this.masks??[]).map(s=>s.id===t.id?t:s))}take(t){this.put((this.masks??[]).filter(s=>s.id!==t)),this.chosen=null}find(t){let s=this.masks?.find(i=>i.id===t);this.chosen=t,s&&!ot(s,this.at)&&this.goTo(s.from)}async begin(){this.busy||!this.masks?.length||!await this.panel.ensureUnlocked()||await this.attempt(async()=>{let{number:t,camera:s,masks:i}=this;await S(this.panel.hass,"mask",{number:t,camera:s,masks:(i??[]).map(xe)}),this.sent=!0,this.keep(),this.panel.say(this.t("masks.started")),await this.ask()})}async cancel(){await this.panel.ensureUnlocked()&&await this.attempt(async()=>{await S(this.panel.hass,"mask/cancel",{number:this.number,camera:this.camera}),await this.ask()})}async attempt(t){if(!this.busy){this.busy=!0,this.error="";try{await t()}catch(s){this.error=this.panel.words(s)}finally{this.busy=!1}}}render(){let{disclosure:t,watch:s}=this;if(!s.list)return s.problem?this.only(this.panel.words(s.problem)):a`<div class="page">
            <p class="soft" role="status">${this.t("shell.loading")}</p>
          </div>`;if(!t?.cameras.includes(this.camera))return this.only(this.t("masks.not_open"));if(!t.can.includes("mask")&&!this.isWorking)return this.only(this.t("masks.not_open"));let i=this.placeOf(this.camera);return a`<div class="page">
      <div class="top">
        ${this.back()}
        <h2>${this.t("masks.heading")}</h2>
        <p class="soft">${this.t("masks.of",{number:this.number,place:i})}</p>
      </div>
      <p>${this.t("masks.explain")}</p>
      ${t.cameras.length>1?this.cameras(t):p}
      <div class="both">
        <section class="picture" aria-label=${i}>${this.stage(i)}</section>
        <section class="card">
          ${this.list()} ${this.told()}
          <div role="alert">
            ${this.error?a`<p class="note bad">
                    ${d(R)}<span>${this.error}</span>
                  </p>`:p}
          </div>
          ${this.acts()}
        </section>
      </div>
    </div>`}placeOf(t){return this.panel.overview.cameras?.find(({camera:i})=>i===t)?.place??this.t("book.removed_camera")}cameras({cameras:t,masks:s}){let i=n=>{let o=this.placeOf(n);return s.some(c=>c.camera===n)?this.t("masks.made",{place:o}):o};return a`<div class="offers" role="group" aria-label=${this.t("request_form.cameras")}>
      ${t.map(n=>M(i(n),n===this.camera,()=>this.panel.go([...V(this.number),"masks",n],!0)))}
    </div>`}only(t){return a`<div class="page">
      <p class="note">${d(R)}<span>${t}</span></p>
      <div class="actions">${this.back()}</div>
    </div>`}back(){return a`<button
      class="button quiet back"
      @click=${()=>this.panel.go(V(this.number))}
    >
      ${d(tt,20)}${this.t("masks.back")}
    </button>`}stage(t){return this.panel.lock?.mine?a`<kb-mask-stage
      .panel=${this.panel}
      .place=${t}
      .picture=${this.shown.picture}
      .words=${this.noPicture()}
      .whole=${this.whole}
      .at=${this.at}
      .masks=${this.masks??[]}
      .chosen=${this.chosen}
      .still=${this.isWorking}
      @moment=${({detail:s})=>this.goTo(s)}
      @draw=${({detail:s})=>this.add(s)}
      @change=${({detail:s})=>this.change(s)}
      @choose=${({detail:s})=>this.chosen=s}
      @take=${({detail:s})=>this.take(s)}
    ></kb-mask-stage>`:a`<div class="shut">
        <p>${this.t("masks.unlock_first")}</p>
        <button class="button primary" @click=${()=>this.panel.ensureUnlocked()}>
          ${d(zt,20)}${this.t("lock.unlock")}
        </button>
      </div>`}noPicture(){let{problem:t}=this.shown;return t?t.key==="no_footage_in_span"?this.t("masks.no_picture"):this.panel.words(t):this.t("masks.waiting")}list(){return a`<kb-mask-list
      .panel=${this.panel}
      .masks=${this.masks??[]}
      .chosen=${this.chosen}
      .whole=${this.whole}
      .at=${this.at}
      .still=${this.isWorking}
      .sees=${this.shown.picture!==""}
      @add=${()=>this.addByKeys()}
      @change=${({detail:t})=>this.change(t)}
      @choose=${({detail:t})=>this.find(t)}
      @take=${({detail:t})=>this.take(t)}
    ></kb-mask-list>`}told(){let{status:t}=this;switch(t?.state){case"working":return a`<div class="working" role="status">
          <p><strong>${this.t("masks.working")}</strong></p>
          <progress max="1" .value=${t.done} aria-label=${this.t("masks.working")}></progress>
          <p class="hint">${this.t("masks.working_hint")}</p>
        </div>`;case"done":return a`<p class="note">
          ${d(St)}<span>${this.t("masks.done")}</span>
        </p>`;case"failed":return a`<p class="note bad">
          ${d(R)}<span
            >${t.error?this.panel.words(new Gt(t.error)):this.t("masks.failed")}</span
          >
        </p>`;case"cancelled":return a`<p class="note">
          ${d(R)}<span>${this.t("masks.cancelled")}</span>
        </p>`;default:return p}}acts(){if(this.isWorking)return a`<div class="actions">
        <button class="button" ?disabled=${this.busy} @click=${()=>this.cancel()}>
          ${d(Wt,20)}${this.t("masks.cancel")}
        </button>
      </div>`;let t=this.status?.state==="done";return a`<div class="actions">
      ${t?a`<button
              class="button primary"
              @click=${()=>this.panel.go(V(this.number))}
            >
              ${this.t("masks.back")}
            </button>`:p}
      <button
        class="button ${t?"":"primary"}"
        ?disabled=${this.busy||!this.masks?.length}
        @click=${()=>this.begin()}
      >
        ${d(At,20)}${this.t(t?"masks.start_again":"masks.start")}
      </button>
    </div>`}};l([m()],E.prototype,"masks",2),l([m()],E.prototype,"chosen",2),l([m()],E.prototype,"at",2),l([m()],E.prototype,"status",2),l([m()],E.prototype,"error",2),l([m()],E.prototype,"busy",2),l([L("kb-mask-stage")],E.prototype,"onStage",2);g("kb-masks",E);var Se=24*36e5,Re=36e5,Ye=2*6e4;function Xe({from:e,to:r},t){let s=new Set;for(let i=e;i<r;i+=Se/2)s.add(t.date(i));return s.add(t.date(r-1)),[...s]}async function Pe(e,r,t,s){let i=await Promise.all(Xe(t,s).map(n=>Ht(e,"footage",r,n)));return Je(r,i,t)}function Je(e,r,t,s=Date.now()){let i=r.map(he),n=i.flatMap(f=>f.recorded).filter(f=>bt(f,t)),o=n.map(({due:f})=>f).filter(f=>f!==null),c=i.flatMap(f=>f.held).filter(f=>bt(f,t)).map(({until:f})=>f??0),h=o.length===n.length&&o.length>0,T=n.reduce((f,k)=>f+K(me(k,t)),0),C=n.at(-1)?.to??t.to,A=t.to>s-Ye?Math.min(C,t.to):t.to;return{camera:e,recorded:T,missing:Math.max(0,A-t.from-T),firstEnd:h?Math.min(...o):null,lastEnd:h?Math.max(...o):null,heldUntil:Math.max(0,...c)||null}}function Fe(e,{to:r}){return Math.ceil(r/Re)*Re+Math.max(0,...e.map(({days:s})=>s))*Se}var Oe=400,Ze=168*36e5,Qe=2e3,O=class extends v{constructor(){super(...arguments);this.cameras=[];this.words="";this.fixed=!1;this.minutes=[];this.facts=[];this.asked=""}static{this.styles=[...y,G,b`
      :host {
        display: grid;
        gap: 20px;
      }
      .cameras {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
        gap: 8px;
      }
      .label {
        font-weight: 600;
      }
    `]}connectedCallback(){super.connectedCallback(),this.asked="",this.requestUpdate()}focus(){this.renderRoot.querySelector("input")?.focus()}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.timer)}get all(){let t=this.panel.overview.cameras??[],s=this.cameras.filter(i=>!t.some(({camera:n})=>n===i));return[...t,...s.map(i=>({camera:i,place:this.t("book.removed_camera")}))]}willUpdate(t){super.willUpdate(t);let{cameras:s,span:i}=this,n=`${s.join()} ${i.from} ${i.to}`;if(n===this.asked||!this.panel.may("list_footage"))return;this.asked=n,clearTimeout(this.timer),this.tell([]);let o=K(i);!s.length||o<=0||o>Ze||i.to>Date.now()||(this.timer=setTimeout(()=>{this.ask(n)},Oe))}async ask(t){let{cameras:s,span:i,panel:n}=this;try{let o=await Promise.all(s.map(c=>Pe(n.hass,c,i,n.format)));t===this.asked&&this.isConnected&&this.tell(o)}catch(o){if(W(o).key!=="no_connection"||!this.isConnected)return;this.timer=setTimeout(()=>{this.ask(t)},Oe*10)}}tell(t){this.facts=t,this.dispatchEvent(new CustomEvent("facts",{detail:t}))}put(t){let s={cameras:this.cameras,span:this.span,...t};this.dispatchEvent(new CustomEvent("footage",{detail:s}))}pick(t,s){let i=s.target.checked;this.put({cameras:this.all.map(n=>n.camera).filter(n=>n===t?i:this.cameras.includes(n))})}ending(t){let s=Math.floor((Date.now()-1e4)/6e4)*6e4;this.put({span:{from:s-t*6e4,to:s}})}render(){return this.fixed?this.said():a`
      <fieldset id="footage" class=${this.words?"is-wrong":""} aria-describedby="footage-wrong">
        <legend>${this.t("request_form.cameras")}${N(this.panel.t)}</legend>
        <div class="cameras options">
          ${this.all.map(({camera:t,place:s})=>a`<label class="choice">
                <input
                  type="checkbox"
                  value=${t}
                  .checked=${this.cameras.includes(t)}
                  @change=${i=>this.pick(t,i)}
                />
                <span>${s}${this.factsOf(t)}</span>
              </label>`)}
        </div>
      </fieldset>
      <kb-span
        .panel=${this.panel}
        .span=${this.span}
        @span=${({detail:t})=>this.put({span:t})}
      ></kb-span>
      ${this.minutes.length?a`<div class="offers" role="group" aria-label=${this.t("request_form.until_now")}>
              ${this.minutes.map(t=>M(this.t("request_form.last",{length:this.panel.format.length(t*60)}),!1,()=>this.ending(t)))}
            </div>`:p}
      ${nt("footage",this.words)}
    `}said(){let{format:t}=this.panel,s=this.cameras.map(i=>this.all.find(({camera:n})=>n===i)?.place??"");return a`<dl class="facts">
      <dt>${this.t("request_form.cameras")}</dt>
      <dd>${t.list(s)}</dd>
      <dt>${this.t("request_form.span")}</dt>
      <dd class="numbers">
        ${this.t("span.both",{from:`${t.day(this.span.from)} ${t.time(this.span.from)}`,to:`${t.day(this.span.to)} ${t.time(this.span.to)}`})}
      </dd>
    </dl>`}factsOf(t){let s=this.facts.find(c=>c.camera===t);if(!s)return p;let{format:i}=this.panel,n=s.recorded?s.missing>Qe?this.t("request_form.partly_recorded",{length:i.length(s.recorded/1e3)}):this.t("request_form.wholly_recorded"):this.t("request_form.nothing_recorded"),o=s.heldUntil?this.t("timeline.held_until",{when:i.moment(s.heldUntil)}):s.firstEnd?this.t("timeline.erased",{when:i.moment(s.firstEnd)}):"";return a`<small>${n}${o?a`<br />${o}`:p}</small>`}};l([u({attribute:!1})],O.prototype,"cameras",2),l([u({attribute:!1})],O.prototype,"span",2),l([u()],O.prototype,"words",2),l([u({type:Boolean})],O.prototype,"fixed",2),l([u({attribute:!1})],O.prototype,"minutes",2),l([m()],O.prototype,"facts",2);g("kb-footage-choice",O);var B=class extends v{constructor(){super(...arguments);this.protection=null;this.cameras=[];this.busy=!1;this.error=""}static{this.styles=[...y,b`
      .note {
        flex-wrap: wrap;
        align-items: center;
      }
      .note > div {
        flex: 1 1 260px;
      }
      .good > .icon {
        color: var(--kb-good);
      }
      .good {
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
    `]}get isCovered(){let{protection:t,cameras:s,span:i}=this;return t?.state==="standing"&&s.every(n=>t.cameras.includes(n))&&Date.parse(t.start)<=i.from&&i.to<=Date.parse(t.end)}async protect(){if(!this.busy){this.busy=!0,this.error="";try{let{number:t}=await S(this.panel.hass,"protect",{cameras:this.cameras,start:U(this.span.from),end:U(this.span.to)});this.dispatchEvent(new CustomEvent("protected",{detail:t}))}catch(t){this.error=this.panel.words(t)}finally{this.busy=!1}}}render(){let{protection:t}=this;if(t&&this.isCovered)return a`<div class="note good" role="status">
        ${d(Ut)}
        <div>
          ${this.t("request_form.protected",{number:t.number,when:this.panel.format.moment(t.until)})}
        </div>
      </div>`;let s=this.panel.may("protect_footage"),i=this.cameras.length>0&&this.span.from<this.span.to;return a`<div class="note warn">
      ${d(Et)}
      <div>
        ${this.t(s?"request_form.not_protected":"request_form.protected_once_sent")}
        ${this.error?a`<p role="alert"><strong>${this.error}</strong></p>`:p}
      </div>
      ${s?a`<button
              type="button"
              class="button"
              ?disabled=${this.busy||!i}
              @click=${()=>this.protect()}
            >
              ${d(Vt,20)}${this.t("request_form.protect")}
            </button>`:p}
    </div>`}};l([u({attribute:!1})],B.prototype,"protection",2),l([u({attribute:!1})],B.prototype,"cameras",2),l([u({attribute:!1})],B.prototype,"span",2),l([m()],B.prototype,"busy",2),l([m()],B.prototype,"error",2);g("kb-protected",B);var Ce=b`
  .page {
    max-width: 820px;
  }
  .top {
    display: grid;
    gap: 4px;
  }
  .top h2 {
    font-size: 22px;
  }
  .back {
    justify-self: start;
    margin-inline-start: -12px;
  }
  form {
    display: grid;
    gap: inherit;
    counter-reset: section;
  }
  form > * {
    min-width: 0;
  }
  .card {
    display: grid;
    gap: 20px;
    counter-increment: section;
  }
  .card > * {
    min-width: 0;
  }
  .card > h3 {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .card > h3::before {
    content: counter(section);
    display: grid;
    place-items: center;
    flex: none;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    font-size: 15px;
    color: var(--kb-accent);
    background: var(--kb-tint);
  }
  .card > h3 .must {
    margin: 0;
  }
  .again {
    flex-wrap: wrap;
    align-items: center;
  }
  .again > div {
    flex: 1 1 240px;
  }
  kb-footage-choice:focus {
    outline: none;
  }
  @media (max-width: 599px) {
    .foot .button {
      width: 100%;
    }
  }
`;function Be(e,r,t){switch(r){case"extension":return[["until",ss(e)],["reason",a`${is(e,t.reasonBefore)}${ut(e)}`]];case"disclosure":return e.short?[["paper",Ae(e)],["recipient",Tt(e)],["purpose",a`${qt(e)}${ct(e)}`]]:[["ground",rs(e,t.seize),!0],["recipient",a`${Tt(e)}${We(e,["police_id","office_called"])}`],["purpose",a`${qt(e)}${ct(e)}${Me(e)}${ut(e)}`]];case"access":return[["person",a`${os(e)}${We(e,["licence","my_number"])}`],["asked",a`${qt(e)}${ct(e)}${Me(e)}${ut(e)}`]];case"seizure":return[["seized",a`${ge(e,"at",e.zone,{label:e.t("request_form.at"),need:!0})}
          ${ht(e,["seizure_warrant"])}${ct(e)}`],["seizer",a`${Tt(e)}${ut(e)}`]]}}var dt=(e,r,t)=>t.map(s=>e.t(`request_form.${r}.${s}`)),ts=[7,14,30,60],es=3;function ss(e){let{today:r,least:t,latest:s,originalEnd:i}=e.around,n=ts.map(o=>({days:o,day:J(r,o)})).filter(({day:o})=>o>=t&&o<=s).slice(0,es);return fe(e,"until",{label:e.t("request_form.until"),hint:e.t("request_form.until_hint",{original:i,latest:e.day(s)}),need:!0,least:t,most:s,below:n.length?a`<div class="offers">
          ${n.map(({days:o,day:c})=>M(e.t("request_form.days_from_now",{count:o}),e.value.until===c,()=>e.set({until:c})))}
        </div>`:p})}function is(e,r){return a`
    ${$(e,"reason",{label:e.t("request_form.reason"),hint:e.t("request_form.reason_hint"),need:!0,rows:4,most:q,placeholder:e.t("request_form.reason_example")})}
    ${r?a`<p class="hint">${e.t("request_form.reason_before",{reason:r})}</p>`:p}
  `}function rs(e,r){let t={law:()=>ns(e,r),emergency:()=>as(e),investigation:()=>Ae(e)};return rt(e,"ground",ie.map(s=>({value:s,label:e.t(`viewing.ground.${s}`),more:e.t(`request_form.ground_help.${s}`),below:t[s]})),{label:e.t("viewing.ground_question"),need:!0,unseen:!0})}function ns(e,r){return a`
    ${ht(e,["order","warrant","inquiry"],!0)}
    <p class="hint">
      ${e.t("request_form.seized_instead")}
      <a
        href="#"
        @click=${t=>{t.preventDefault(),r()}}
        >${e.t("request_form.heading.seizure")}</a
      >
    </p>
  `}function as(e){return a`
    ${rt(e,"danger",re.map(r=>({value:r,label:e.t(`request_form.danger.${r}`)})),{label:e.t("request_form.danger_question"),need:!0})}
    ${$(e,"urgency",{label:e.t("request_form.urgency"),hint:e.t("request_form.urgency_hint"),need:!0,rows:2,most:q})}
    ${$(e,"no_other_way",{label:e.t("request_form.no_other_way"),need:!0,rows:2,most:q})}
    ${ht(e,[])}
  `}function Ae(e){let{writtenRequest:r}=e.around;return a`
    ${rt(e,"written",[{value:!0,label:e.t("request_form.written.yes"),below:()=>ht(e,["cooperation","fire"])},{value:!1,label:e.t("request_form.written.no"),below:()=>r?$(e,"exception",{label:e.t("request_form.exception"),hint:e.t("request_form.exception_hint"),need:!0,most:q,offers:dt(e,"exceptions",["urgent","later"])}):p}],{label:e.t("request_form.written_question"),hint:r?e.t("request_form.written_hint"):"",need:r})}
  `}function ht(e,r,t=!1){return a`<div class="pair">
    ${$(e,"document",{label:e.t("request_form.document"),need:t,most:q,offers:dt(e,"documents",r)})}
    ${$(e,"document_number",{label:e.t("request_form.document_number"),hint:e.t("request_form.document_number_hint"),most:z})}
  </div>`}function Tt(e){let r=t=>$(e,"name",{label:t,need:!0,most:z});return a`
    ${$(e,"affiliation",{label:e.t("request_form.affiliation"),hint:e.t("request_form.affiliation_hint"),need:!0,most:z})}
    ${e.short?r(e.t("request_form.title_and_name")):a`<div class="pair">
            ${$(e,"title",{label:e.t("request_form.title"),hint:e.t("request_form.title_hint"),most:z})}
            ${r(e.t("request_form.name"))}
          </div>`}
    ${De(e,e.kind!=="seizure")}
  `}function os(e){return a`
    ${$(e,"name",{label:e.t("request_form.person"),hint:e.t("request_form.person_hint"),need:!0,most:z})}
    ${De(e)}
  `}function De(e,r=!0){return $(e,"contact",{label:e.t("request_form.contact"),hint:e.t("request_form.contact_hint"),need:r,most:z})}function We(e,r){return $(e,"identity_check",{label:e.t("request_form.identity_check"),hint:e.t("request_form.identity_hint"),most:q,offers:dt(e,"identities",r)})}function qt(e){let{kind:r}=e,t=r==="disclosure"&&e.value.ground==="investigation";return $(e,"purpose",{label:e.t(r==="access"?"request_form.asked_for":"request_form.purpose"),hint:r==="access"?e.t("request_form.asked_for_hint"):"",need:!0,rows:2,most:q,offers:t?dt(e,"purposes",["crime","accident","fire"]):[]})}function ct(e){let{sentence:r}=e.around,{content:t}=e.value;return $(e,"content",{label:e.t("request_form.content"),hint:e.t(t!==null?"request_form.content_hint":r?"request_form.content_made":"request_form.content_first"),need:!0,rows:2,most:q,shown:t??r,below:t!==null&&ae(e.value,r)!==r&&r?a`<div class="offers">
            ${M(e.t("request_form.content_again"),!1,()=>e.set({content:null}))}
          </div>`:p})}function ut(e){return $(e,"remarks",{label:e.t("request_form.remarks"),rows:2,most:q})}function Me(e){return be(e,"masked",{label:e.t("request_form.masked"),hint:e.t("request_form.masked_hint")})}var ls=90;function ze(e,r,t){let{format:s,renewed:i,settings:n}=r,o=s.date(t),c=ps(e,r),h=i?J(i.until,1):c.at(-1);return{now:t,today:o,least:h<o?o:h,latest:J(o,n?.longest_extension_days??ls),originalEnd:cs(c,r),writtenRequest:n?.written_request??!0,sentence:us(e,r)}}var Q=(e,r)=>r.fullDay(`${e}T03:00:00Z`);function ps(e,{cameras:r,facts:t,format:s,renewed:i}){if(i?.original_ends.length)return i.original_ends.toSorted();let n=t.flatMap(({firstEnd:c,lastEnd:h})=>c===null||h===null?[]:[c,h]);if(n.length)return n.map(c=>s.date(c)).toSorted();let o=r.filter(({camera:c})=>e.cameras.includes(c));return[s.date(Fe(o.length?o:r,e))]}function cs(e,{format:r,t}){let[s,i]=[e[0],e.at(-1)];return s===i?Q(s,r):t("request_form.days",{first:Q(s,r),last:Q(i,r)})}function us({cameras:e,from:r,to:t},{cameras:s,format:i,t:n}){let o=s.filter(({camera:h})=>e.includes(h)).map(({place:h})=>h);if(!o.length)return"";let c=h=>`${i.fullDay(h)} ${i.time(h)}`;return n("request_form.sentence",{places:i.list(o),from:c(r),to:i.date(r)===i.date(t)?i.time(t):c(t)})}var Ie={extension:"request_extension",disclosure:"request_disclosure",access:"request_disclosure",seizure:"follow_copies"},ds=[30,60,180],_=class extends v{constructor(){super(...arguments);this.wish=null;this.wrong={};this.refused={};this.error="";this.busy=!1;this.again=!1;this.facts=[];this.watch=new it(this);this.start=null;this.given=null;this.tried=!1;this.looked=""}static{this.styles=[...y,G,Ce]}willUpdate(t){super.willUpdate(t);let s=gt(this.panel.path.slice(2)),{start:i}=this;this.start=s,!(!s||!this.panel.may(Ie[s.kind]))&&((i?.kind!==s.kind||i.name!==s.name)&&(this.wish=null),this.wish||this.begin(s))}begin(t){let{overview:s}=this.panel,i=(s.cameras??[]).map(({camera:c})=>c),n=de(t,this.watch.list);if(!n||n.gone&&this.looked!==t.name){this.watch.list&&!this.watch.problem&&(this.looked=t.name,this.watch.load());return}this.given=n;let o=lt(s.me.user_id,Y(t));this.wrong={},this.refused={},this.error="",this.tried=!1,this.again=o!==null,this.wish={...ne(t.kind,i,Date.now()),...t.officer?{cameras:i}:{},...n.ground?{ground:n.ground}:{},...o?.wish,...o?.name===t.name?{}:hs(n),...t.officer?{ground:"investigation"}:{}}}beginAnew(){this.start&&(j(this.panel.overview.me.user_id,Y(this.start)),this.begin(this.start),this.panel.say(this.t("request_form.began_anew")))}async takeOver(t){let{start:s,wish:i}=this,n=this.panel.overview.me.user_id;if(await this.watch.load(),!s||!i)return;let o=st(s.kind,"protection",t),c=gt(o.slice(2));c&&Z(n,Y(c),{name:c.name,wish:i}),j(n,Y(s)),this.panel.go(s.officer?ue(t):o,!0)}set(t){let{start:s}=this;if(!this.wish||!s)return;this.wish={...this.wish,...t};let i={name:s.name,wish:this.wish};Z(this.panel.overview.me.user_id,Y(s),i);for(let n of Object.keys(t))delete this.refused[n];("cameras"in t||"from"in t)&&delete this.refused.footage,this.tried&&(this.wrong=ft(s.kind,this.wish,this.around(this.wish)))}around(t){let{overview:s,format:i,t:n}=this.panel,o={cameras:s.cameras??[],format:i,t:n,facts:this.facts,renewed:this.given?.renewed??null,settings:this.watch.list?.settings};return ze(t,o,Date.now())}async send(){let{start:t,wish:s}=this;if(!t||!s||this.busy)return;this.tried=!0,this.refused={},this.error="";let i=this.around(s);if(this.wrong=ft(t.kind,s,i),Object.keys(this.wrong).length)return this.showWrong();this.busy=!0;try{let{number:n}=await this.post(t.kind,s,i.sentence);j(this.panel.overview.me.user_id,Y(t)),await this.look?.(),this.panel.say(this.t(`request_form.sent.${t.kind}`,{number:n})),this.panel.go(V(n),!0)}catch(n){this.refuse(n)}finally{this.busy=!1}}async post(t,s,i){let{hass:n}=this.panel,o=this.given?.from??{};switch(t){case"extension":return S(n,"extension",le(s,o));case"seizure":return S(n,"seizure",ce(s,i));default:return S(n,"disclosure",pe(t,s,i,o))}}refuse(t){let s=oe(W(t).key),i=this.panel.words(t);s?(this.refused={[s]:i},this.showWrong()):this.error=i}showWrong(){this.updateComplete.then(()=>{let t=this.renderRoot.querySelector(".is-wrong input, .is-wrong textarea, kb-footage-choice[wrong]");t?.scrollIntoView({block:"center"}),t?.focus()})}render(){let{start:t}=this;return t?this.panel.may(Ie[t.kind])?this.wish?this.form(t,this.wish):this.watch.problem?this.only(this.panel.words(this.watch.problem),"bad"):a`<div class="page">
            <p class="soft" role="status">${this.t("shell.loading")}</p>
          </div>`:this.only(this.t("request_form.not_yours")):this.only(this.t("request_form.not_here"))}only(t,s=""){return a`<div class="page">
      <p class="note ${s}" role=${s?"alert":p}>
        ${d(R)}<span>${t}</span>
      </p>
      <div class="actions">${this.back()}</div>
    </div>`}back(){return a`<button class="button quiet back" @click=${()=>this.panel.go(["requests"])}>
      ${d(tt,20)}${this.t("request_form.back")}
    </button>`}form(t,s){let i=t.officer?"officer.heading":`request_form.heading.${t.kind}`;return a`<div class="page">
      <div class="top">
        ${this.back()}
        <h2 id="heading">${this.t(i)}</h2>
        <p class="soft">${this.t(`request_form.lead.${this.leadOf(t)}`)}</p>
      </div>
      ${this.notes(t,s)}
      <form
        novalidate
        aria-labelledby="heading"
        @submit=${n=>{n.preventDefault(),this.send()}}
      >
        ${this.section("footage",this.footage(t,s))}
        ${Be(this.wishForm(t,s),t.kind,{reasonBefore:this.given?.renewed?.reason??"",seize:()=>this.panel.go(st("seizure"))}).map(n=>this.section(...n))}
        ${this.foot(t)}
      </form>
    </div>`}leadOf({kind:t,officer:s}){return s?"officer":t!=="extension"?t:this.watch.list?.settings.approver==="site_owner"?"extension_by_owner":t}wishForm(t,s){let i=Object.entries(this.wrong).map(([n,o])=>[n,this.t(`request_form.wrong.${o}`)]);return{t:this.panel.t,value:s,wrong:{...Object.fromEntries(i),...this.refused},set:n=>this.set(n),short:t.officer,kind:t.kind,around:this.around(s),day:n=>Q(n,this.panel.format),zone:this.panel.format.zone}}section(...[t,s,i]){return a`<section class="card" aria-labelledby="section-${t}">
      <h3 id="section-${t}">
        ${this.t(`request_form.section.${t}`)}${i?N(this.panel.t):p}
      </h3>
      ${s}
    </section>`}notes(t,s){return a`
      ${this.given?.gone?a`<p class="note warn">
              ${d(R)}<span
                >${this.t("request_form.gone",{number:t.number})}</span
              >
            </p>`:p}
      ${this.again?a`<div class="note again">
              ${d(Dt)}
              <div>${this.t("request_form.again")}</div>
              <button type="button" class="button quiet" @click=${()=>this.beginAnew()}>
                ${this.t("request_form.begin_anew")}
              </button>
            </div>`:p}
      ${t.officer||t.origin==="protection"?a`<kb-protected
              .panel=${this.panel}
              .protection=${this.watch.list?.protections.find(({number:i})=>t.origin==="protection"&&i===t.number)??null}
              .cameras=${s.cameras}
              .span=${{from:s.from,to:s.to}}
              @protected=${({detail:i})=>this.takeOver(i)}
            ></kb-protected>`:p}
    `}footage(t,s){let i=this.wrong.footage,n=this.refused.footage??(i?this.t(`request_form.wrong.${i}`):"");return a`<kb-footage-choice
      ?wrong=${!!n}
      .panel=${this.panel}
      .cameras=${s.cameras}
      .span=${{from:s.from,to:s.to}}
      .words=${n}
      .fixed=${!!this.given?.renewed}
      .minutes=${t.officer?ds:[]}
      @footage=${({detail:o})=>this.set({cameras:o.cameras,...o.span})}
      @facts=${({detail:o})=>this.facts=o}
    ></kb-footage-choice>`}foot({kind:t,officer:s,origin:i,number:n}){return a`
      <div role="alert">
        ${this.error?a`<p class="note bad">${d(R)}<span>${this.error}</span></p>`:p}
      </div>
      <div class="actions foot">
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${d(Lt,20)}${this.t(`request_form.send.${t}`)}
        </button>
        ${s?a`<button
                type="button"
                class="button"
                @click=${()=>this.panel.go(st("disclosure",i??void 0,n),!0)}
              >
                ${d(Kt,20)}${this.t("request_form.all_fields")}
              </button>`:p}
      </div>
    `}};l([u({attribute:!1})],_.prototype,"look",2),l([m()],_.prototype,"wish",2),l([m()],_.prototype,"wrong",2),l([m()],_.prototype,"refused",2),l([m()],_.prototype,"error",2),l([m()],_.prototype,"busy",2),l([m()],_.prototype,"again",2),l([m()],_.prototype,"facts",2);function hs({cameras:e,span:r}){return{...e.length?{cameras:e}:{},...r??{}}}function Y({kind:e,origin:r,number:t}){return r?`${e}/${r}/${t}`:e}g("kb-request-form",_);var mt=class extends v{render(){return this.panel.path[1]==="new"?a`<kb-request-form .panel=${this.panel} .look=${this.look}></kb-request-form>`:a`<kb-masks .panel=${this.panel}></kb-masks>`}};l([u({attribute:!1})],mt.prototype,"look",2);g("kb-request-forms",mt);export{mt as RequestForms};
