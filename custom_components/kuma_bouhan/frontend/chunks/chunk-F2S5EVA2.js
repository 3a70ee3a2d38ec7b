import{e as x}from"./chunk-I6UTLSEY.js";import{a as E}from"./chunk-VHND7HAI.js";import{La as B}from"./chunk-QH2FQVPP.js";import{a as b}from"./chunk-BYHIPRB2.js";import{a as g,b as c,e as f,h as d,i as k,j as v,o as $}from"./chunk-LBO2O6FZ.js";import{a as p}from"./chunk-LO2NM3CE.js";var S=["nw","ne","sw","se"],h=.012,l=(t,n=0,e=1)=>Math.min(Math.max(t,n),e);function P(t,n){let[e,r]=[l(t.x),l(n.x)],[o,i]=[l(t.y),l(n.y)];return{x:Math.min(e,r),y:Math.min(o,i),w:Math.abs(e-r),h:Math.abs(o-i)}}var z=({w:t,h:n})=>t<h||n<h;function y(t,n,e){return{...t,x:l(t.x+n,0,1-t.w),y:l(t.y+e,0,1-t.h)}}function w(t,n,e){let r=n.endsWith("e"),o=n.startsWith("s"),i=l(e.x,r?t.x+h:0,r?1:t.x+t.w-h),s=l(e.y,o?t.y+h:0,o?1:t.y+t.h-h);return{...t,x:r?t.x:i,y:o?t.y:s,w:r?i-t.x:t.x+t.w-i,h:o?s-t.y:t.y+t.h-s}}function R(t,n,e){return w(t,"se",{x:t.x+t.w+n,y:t.y+t.h+e})}var K=({from:t,to:n},e)=>t<=e&&e<n;function D(t,n,e,r){let o=l(e,r.from,r.to);if(n==="from"){let s=t.to>o?t.to:r.to;return{...t,from:Math.min(o,s-1e3),to:s}}let i=t.from<o?t.from:r.from;return{...t,from:i,to:Math.max(o,i+1e3)}}var M=1e4,m=t=>Math.round(t*M)/M;function O({from:t,to:n,x:e,y:r,w:o,h:i}){let[s,u]=[m(e),m(r)];return{start:x(t),end:x(n),x:s,y:u,w:m(Math.min(o,1-s)),h:m(Math.min(i,1-u))}}function H(t){return t.map(({start:n,end:e,x:r,y:o,w:i,h:s},u)=>({id:u+1,from:Date.parse(n),to:Date.parse(e),x:r,y:o,w:i,h:s}))}var q=t=>Math.max(0,...t.map(({id:n})=>n))+1;var I=.01,L=.002,a=class extends B{constructor(){super(...arguments);this.picture="";this.label="";this.words="";this.masks=[];this.chosen=null;this.still=!1;this.drawn=null;this.grip=null;this.finger=-1}static{this.styles=[...$,g`
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
    `]}tell(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r,bubbles:!0,composed:!0}))}pointOf(e){let r=this.area.getBoundingClientRect();return{x:(e.clientX-r.left)/(r.width||1),y:(e.clientY-r.top)/(r.height||1)}}down(e){if(this.still||!this.picture||e.button!==0||this.grip)return;let r=e.target,o=this.pointOf(e),i=this.masks.find(({id:u})=>String(u)===r.closest(".mask")?.dataset.id),s=r.dataset.corner;i&&s?this.grip={does:"size",mask:i,corner:s}:i?this.grip={does:"move",mask:i,from:o}:this.grip={does:"draw",from:o},this.finger=e.pointerId,this.area?.setPointerCapture(e.pointerId),i&&this.tell("choose",i.id)}move(e){let{grip:r}=this;if(!r||e.pointerId!==this.finger)return;let o=this.pointOf(e);r.does==="draw"?this.drawn=P(r.from,o):r.does==="size"?this.tell("change",w(r.mask,r.corner,o)):this.tell("change",y(r.mask,o.x-r.from.x,o.y-r.from.y))}up(e){if(e.pointerId!==this.finger)return;let{grip:r,drawn:o}=this;this.grip=null,this.drawn=null,this.finger=-1,!(e.type!=="pointerup"||r?.does!=="draw")&&(o&&!z(o)?this.tell("draw",o):this.tell("choose",null))}key(e,r){if(this.still)return;let o=r.altKey?L:I,s={ArrowLeft:[-o,0],ArrowRight:[o,0],ArrowUp:[0,-o],ArrowDown:[0,o]}[r.key];if(s)this.tell("change",(r.shiftKey?R:y)(e,...s));else if(r.key==="Delete"||r.key==="Backspace")this.tell("take",e.id);else if(r.key==="Enter"||r.key===" ")this.tell("choose",e.id);else return;r.preventDefault()}focusMask(e){this.renderRoot.querySelector(`.mask[data-id="${e}"]`)?.focus()}render(){return this.picture?c`<div class="sheet ${this.still?"":"draws"}">
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
        ${E(this.masks,({id:e})=>e,e=>this.mask(e))}
        ${this.drawn?c`<div class="new" style=${T(this.drawn)}></div>`:f}
      </div>
    </div>`:c`<div class="sheet"><p class="words" role="status">${this.words}</p></div>`}mask(e){let r=e.id===this.chosen;return c`<div
      class="mask"
      role="button"
      tabindex="0"
      data-id=${e.id}
      style=${T(e)}
      aria-label=${this.t("masks.one",{number:e.id})}
      aria-pressed=${r?"true":"false"}
      @focus=${()=>this.tell("choose",e.id)}
      @keydown=${o=>this.key(e,o)}
    >
      <span class="number">${e.id}</span>
      ${r&&!this.still?S.map(o=>c`<span class="corner ${o}" data-corner=${o}></span>`):f}
    </div>`}};p([d()],a.prototype,"picture",2),p([d()],a.prototype,"label",2),p([d()],a.prototype,"words",2),p([d({attribute:!1})],a.prototype,"masks",2),p([d({attribute:!1})],a.prototype,"chosen",2),p([d({type:Boolean})],a.prototype,"still",2),p([k()],a.prototype,"drawn",2),p([v(".area")],a.prototype,"area",2);function T({x:t,y:n,w:e,h:r}){let o=i=>`${(i*100).toFixed(3)}%`;return`left:${o(t)};top:${o(n)};width:${o(e)};height:${o(r)}`}b("kb-mask-canvas",a);export{K as a,D as b,O as c,H as d,q as e};
