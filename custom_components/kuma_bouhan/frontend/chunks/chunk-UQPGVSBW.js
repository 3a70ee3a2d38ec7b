import{a as tt}from"./chunk-LO2NM3CE.js";var T=globalThis,H=T.ShadowRoot&&(T.ShadyCSS===void 0||T.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,D=Symbol(),et=new WeakMap,w=class{constructor(t,e,r){if(this._$cssResult$=!0,r!==D)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(H&&t===void 0){let r=e!==void 0&&e.length===1;r&&(t=et.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),r&&et.set(e,t))}return t}toString(){return this.cssText}},rt=i=>new w(typeof i=="string"?i:i+"",void 0,D),$=(i,...t)=>{let e=i.length===1?i[0]:t.reduce((r,s,o)=>r+(n=>{if(n._$cssResult$===!0)return n.cssText;if(typeof n=="number")return n;throw Error("Value passed to 'css' function must be a 'css' function result: "+n+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)+i[o+1],i[0]);return new w(e,i,D)},st=(i,t)=>{if(H)i.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of t){let r=document.createElement("style"),s=T.litNonce;s!==void 0&&r.setAttribute("nonce",s),r.textContent=e.cssText,i.appendChild(r)}},B=H?i=>i:i=>i instanceof CSSStyleSheet?(t=>{let e="";for(let r of t.cssRules)e+=r.cssText;return rt(e)})(i):i;var{is:yt,defineProperty:_t,getOwnPropertyDescriptor:vt,getOwnPropertyNames:xt,getOwnPropertySymbols:At,getPrototypeOf:kt}=Object,j=globalThis,it=j.trustedTypes,St=it?it.emptyScript:"",wt=j.reactiveElementPolyfillSupport,E=(i,t)=>i,C={toAttribute(i,t){switch(t){case Boolean:i=i?St:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,t){let e=i;switch(t){case Boolean:e=i!==null;break;case Number:e=i===null?null:Number(i);break;case Object:case Array:try{e=JSON.parse(i)}catch{e=null}}return e}},q=(i,t)=>!yt(i,t),ot={attribute:!0,type:String,converter:C,reflect:!1,useDefault:!1,hasChanged:q};Symbol.metadata??=Symbol("metadata"),j.litPropertyMetadata??=new WeakMap;var f=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=ot){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(t,e),!e.noAccessor){let r=Symbol(),s=this.getPropertyDescriptor(t,r,e);s!==void 0&&_t(this.prototype,t,s)}}static getPropertyDescriptor(t,e,r){let{get:s,set:o}=vt(this.prototype,t)??{get(){return this[e]},set(n){this[e]=n}};return{get:s,set(n){let h=s?.call(this);o?.call(this,n),this.requestUpdate(t,h,r)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??ot}static _$Ei(){if(this.hasOwnProperty(E("elementProperties")))return;let t=kt(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(E("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(E("properties"))){let e=this.properties,r=[...xt(e),...At(e)];for(let s of r)this.createProperty(s,e[s])}let t=this[Symbol.metadata];if(t!==null){let e=litPropertyMetadata.get(t);if(e!==void 0)for(let[r,s]of e)this.elementProperties.set(r,s)}this._$Eh=new Map;for(let[e,r]of this.elementProperties){let s=this._$Eu(e,r);s!==void 0&&this._$Eh.set(s,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let r=new Set(t.flat(1/0).reverse());for(let s of r)e.unshift(B(s))}else t!==void 0&&e.push(B(t));return e}static _$Eu(t,e){let r=e.attribute;return r===!1?void 0:typeof r=="string"?r:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,e=this.constructor.elementProperties;for(let r of e.keys())this.hasOwnProperty(r)&&(t.set(r,this[r]),delete this[r]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return st(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,e,r){this._$AK(t,r)}_$ET(t,e){let r=this.constructor.elementProperties.get(t),s=this.constructor._$Eu(t,r);if(s!==void 0&&r.reflect===!0){let o=(r.converter?.toAttribute!==void 0?r.converter:C).toAttribute(e,r.type);this._$Em=t,o==null?this.removeAttribute(s):this.setAttribute(s,o),this._$Em=null}}_$AK(t,e){let r=this.constructor,s=r._$Eh.get(t);if(s!==void 0&&this._$Em!==s){let o=r.getPropertyOptions(s),n=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:C;this._$Em=s;let h=n.fromAttribute(e,o.type);this[s]=h??this._$Ej?.get(s)??h,this._$Em=null}}requestUpdate(t,e,r,s=!1,o){if(t!==void 0){let n=this.constructor;if(s===!1&&(o=this[t]),r??=n.getPropertyOptions(t),!((r.hasChanged??q)(o,e)||r.useDefault&&r.reflect&&o===this._$Ej?.get(t)&&!this.hasAttribute(n._$Eu(t,r))))return;this.C(t,e,r)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,e,{useDefault:r,reflect:s,wrapped:o},n){r&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,n??e??this[t]),o!==!0||n!==void 0)||(this._$AL.has(t)||(this.hasUpdated||r||(e=void 0),this._$AL.set(t,e)),s===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[s,o]of this._$Ep)this[s]=o;this._$Ep=void 0}let r=this.constructor.elementProperties;if(r.size>0)for(let[s,o]of r){let{wrapped:n}=o,h=this[s];n!==!0||this._$AL.has(s)||h===void 0||this.C(s,void 0,o,h)}}let t=!1,e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),this._$EO?.forEach(r=>r.hostUpdate?.()),this.update(e)):this._$EM()}catch(r){throw t=!1,this._$EM(),r}t&&this._$AE(e)}willUpdate(t){}_$AE(t){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(t){}firstUpdated(t){}};f.elementStyles=[],f.shadowRootOptions={mode:"open"},f[E("elementProperties")]=new Map,f[E("finalized")]=new Map,wt?.({ReactiveElement:f}),(j.reactiveElementVersions??=[]).push("2.1.2");var Z=globalThis,nt=i=>i,z=Z.trustedTypes,at=z?z.createPolicy("lit-html",{createHTML:i=>i}):void 0,ut="$lit$",g=`lit$${Math.random().toFixed(9).slice(2)}$`,ft="?"+g,Et=`<${ft}>`,v=document,U=()=>v.createComment(""),O=i=>i===null||typeof i!="object"&&typeof i!="function",G=Array.isArray,Ct=i=>G(i)||typeof i?.[Symbol.iterator]=="function",I=`[ 	
\f\r]`,P=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ht=/-->/g,lt=/>/g,y=RegExp(`>|${I}(?:([^\\s"'>=/]+)(${I}*=${I}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),ct=/'/g,dt=/"/g,mt=/^(?:script|style|textarea|title)$/i,Q=i=>(t,...e)=>({_$litType$:i,strings:t,values:e}),It=Q(1),Vt=Q(2),Wt=Q(3),x=Symbol.for("lit-noChange"),d=Symbol.for("lit-nothing"),pt=new WeakMap,_=v.createTreeWalker(v,129);function gt(i,t){if(!G(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return at!==void 0?at.createHTML(t):t}var Pt=(i,t)=>{let e=i.length-1,r=[],s,o=t===2?"<svg>":t===3?"<math>":"",n=P;for(let h=0;h<e;h++){let a=i[h],c,p,l=-1,u=0;for(;u<a.length&&(n.lastIndex=u,p=n.exec(a),p!==null);)u=n.lastIndex,n===P?p[1]==="!--"?n=ht:p[1]!==void 0?n=lt:p[2]!==void 0?(mt.test(p[2])&&(s=RegExp("</"+p[2],"g")),n=y):p[3]!==void 0&&(n=y):n===y?p[0]===">"?(n=s??P,l=-1):p[1]===void 0?l=-2:(l=n.lastIndex-p[2].length,c=p[1],n=p[3]===void 0?y:p[3]==='"'?dt:ct):n===dt||n===ct?n=y:n===ht||n===lt?n=P:(n=y,s=void 0);let m=n===y&&i[h+1].startsWith("/>")?" ":"";o+=n===P?a+Et:l>=0?(r.push(c),a.slice(0,l)+ut+a.slice(l)+g+m):a+g+(l===-2?h:m)}return[gt(i,o+(i[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),r]},R=class i{constructor({strings:t,_$litType$:e},r){let s;this.parts=[];let o=0,n=0,h=t.length-1,a=this.parts,[c,p]=Pt(t,e);if(this.el=i.createElement(c,r),_.currentNode=this.el.content,e===2||e===3){let l=this.el.content.firstChild;l.replaceWith(...l.childNodes)}for(;(s=_.nextNode())!==null&&a.length<h;){if(s.nodeType===1){if(s.hasAttributes())for(let l of s.getAttributeNames())if(l.endsWith(ut)){let u=p[n++],m=s.getAttribute(l).split(g),N=/([.?@])?(.*)/.exec(u);a.push({type:1,index:o,name:N[2],strings:m,ctor:N[1]==="."?W:N[1]==="?"?K:N[1]==="@"?F:S}),s.removeAttribute(l)}else l.startsWith(g)&&(a.push({type:6,index:o}),s.removeAttribute(l));if(mt.test(s.tagName)){let l=s.textContent.split(g),u=l.length-1;if(u>0){s.textContent=z?z.emptyScript:"";for(let m=0;m<u;m++)s.append(l[m],U()),_.nextNode(),a.push({type:2,index:++o});s.append(l[u],U())}}}else if(s.nodeType===8)if(s.data===ft)a.push({type:2,index:o});else{let l=-1;for(;(l=s.data.indexOf(g,l+1))!==-1;)a.push({type:7,index:o}),l+=g.length-1}o++}}static createElement(t,e){let r=v.createElement("template");return r.innerHTML=t,r}};function k(i,t,e=i,r){if(t===x)return t;let s=r!==void 0?e._$Co?.[r]:e._$Cl,o=O(t)?void 0:t._$litDirective$;return s?.constructor!==o&&(s?._$AO?.(!1),o===void 0?s=void 0:(s=new o(i),s._$AT(i,e,r)),r!==void 0?(e._$Co??=[])[r]=s:e._$Cl=s),s!==void 0&&(t=k(i,s._$AS(i,t.values),s,r)),t}var V=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:e},parts:r}=this._$AD,s=(t?.creationScope??v).importNode(e,!0);_.currentNode=s;let o=_.nextNode(),n=0,h=0,a=r[0];for(;a!==void 0;){if(n===a.index){let c;a.type===2?c=new M(o,o.nextSibling,this,t):a.type===1?c=new a.ctor(o,a.name,a.strings,this,t):a.type===6&&(c=new J(o,this,t)),this._$AV.push(c),a=r[++h]}n!==a?.index&&(o=_.nextNode(),n++)}return _.currentNode=v,s}p(t){let e=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(t,r,e),e+=r.strings.length-2):r._$AI(t[e])),e++}},M=class i{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,e,r,s){this.type=2,this._$AH=d,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=r,this.options=s,this._$Cv=s?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=k(this,t,e),O(t)?t===d||t==null||t===""?(this._$AH!==d&&this._$AR(),this._$AH=d):t!==this._$AH&&t!==x&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Ct(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==d&&O(this._$AH)?this._$AA.nextSibling.data=t:this.T(v.createTextNode(t)),this._$AH=t}$(t){let{values:e,_$litType$:r}=t,s=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=R.createElement(gt(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===s)this._$AH.p(e);else{let o=new V(s,this),n=o.u(this.options);o.p(e),this.T(n),this._$AH=o}}_$AC(t){let e=pt.get(t.strings);return e===void 0&&pt.set(t.strings,e=new R(t)),e}k(t){G(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,r,s=0;for(let o of t)s===e.length?e.push(r=new i(this.O(U()),this.O(U()),this,this.options)):r=e[s],r._$AI(o),s++;s<e.length&&(this._$AR(r&&r._$AB.nextSibling,s),e.length=s)}_$AR(t=this._$AA.nextSibling,e){for(this._$AP?.(!1,!0,e);t!==this._$AB;){let r=nt(t).nextSibling;nt(t).remove(),t=r}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},S=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,r,s,o){this.type=1,this._$AH=d,this._$AN=void 0,this.element=t,this.name=e,this._$AM=s,this.options=o,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=d}_$AI(t,e=this,r,s){let o=this.strings,n=!1;if(o===void 0)t=k(this,t,e,0),n=!O(t)||t!==this._$AH&&t!==x,n&&(this._$AH=t);else{let h=t,a,c;for(t=o[0],a=0;a<o.length-1;a++)c=k(this,h[r+a],e,a),c===x&&(c=this._$AH[a]),n||=!O(c)||c!==this._$AH[a],c===d?t=d:t!==d&&(t+=(c??"")+o[a+1]),this._$AH[a]=c}n&&!s&&this.j(t)}j(t){t===d?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},W=class extends S{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===d?void 0:t}},K=class extends S{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==d)}},F=class extends S{constructor(t,e,r,s,o){super(t,e,r,s,o),this.type=5}_$AI(t,e=this){if((t=k(this,t,e,0)??d)===x)return;let r=this._$AH,s=t===d&&r!==d||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,o=t!==d&&(r===d||s);s&&this.element.removeEventListener(this.name,this,r),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},J=class{constructor(t,e,r){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(t){k(this,t)}};var Ut=Z.litHtmlPolyfillSupport;Ut?.(R,M),(Z.litHtmlVersions??=[]).push("3.3.3");var bt=(i,t,e)=>{let r=e?.renderBefore??t,s=r._$litPart$;if(s===void 0){let o=e?.renderBefore??null;r._$litPart$=s=new M(t.insertBefore(U(),o),o,void 0,e??{})}return s._$AI(i),s};var X=globalThis,b=class extends f{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=bt(e,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return x}};b._$litElement$=!0,b.finalized=!0,X.litElementHydrateSupport?.({LitElement:b});var Ot=X.litElementPolyfillSupport;Ot?.({LitElement:b});(X.litElementVersions??=[]).push("4.2.2");var Rt={attribute:!0,type:String,converter:C,reflect:!1,hasChanged:q},Mt=(i=Rt,t,e)=>{let{kind:r,metadata:s}=e,o=globalThis.litPropertyMetadata.get(s);if(o===void 0&&globalThis.litPropertyMetadata.set(s,o=new Map),r==="setter"&&((i=Object.create(i)).wrapped=!0),o.set(e.name,i),r==="accessor"){let{name:n}=e;return{set(h){let a=t.get.call(this);t.set.call(this,h),this.requestUpdate(n,a,i,!0,h)},init(h){return h!==void 0&&this.C(n,void 0,i,h),h}}}if(r==="setter"){let{name:n}=e;return function(h){let a=this[n];t.call(this,h),this.requestUpdate(n,a,i,!0,h)}}throw Error("Unsupported decorator location: "+r)};function L(i){return(t,e)=>typeof e=="object"?Mt(i,t,e):((r,s,o)=>{let n=s.hasOwnProperty(o);return s.constructor.createProperty(o,r),n?Object.getOwnPropertyDescriptor(s,o):void 0})(i,t,e)}function ae(i){return L({...i,state:!0,attribute:!1})}var A=(i,t,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(i,t,e),e);function de(i,t){return(e,r,s)=>{let o=n=>n.renderRoot?.querySelector(i)??null;if(t){let{get:n,set:h}=typeof r=="object"?e:s??(()=>{let a=Symbol();return{get(){return this[a]},set(c){this[a]=c}}})();return A(e,r,{get(){let a=n.call(this);return a===void 0&&(a=o(this),(a!==null||this.hasUpdated)&&h.call(this,a)),a}})}return A(e,r,{get(){return o(this)}})}}var Nt=$`
  :host {
    --kb-page: var(--primary-background-color, #fafafa);
    --kb-card: var(--card-background-color, #fff);
    --kb-text: var(--primary-text-color, #141414);
    --kb-soft: var(--secondary-text-color, #5e5e5e);
    --kb-line: var(--divider-color, rgba(0, 0, 0, 0.12));
    --kb-primary: var(--primary-color, #009ac7);
    --kb-accent: color-mix(in srgb, var(--kb-primary) 68%, #000);
    --kb-fill: color-mix(in srgb, var(--kb-primary) 68%, #000);
    --kb-tint: color-mix(in srgb, var(--kb-primary) 10%, var(--kb-card));
    --kb-good: #1b7a3d;
    --kb-bad: #b3261e;
    --kb-warn: #8a5300;
    --kb-bad-tint: color-mix(in srgb, #d32f2f 8%, var(--kb-card));
    --kb-warn-tint: color-mix(in srgb, #f59f00 12%, var(--kb-card));
    --kb-radius: var(--ha-card-border-radius, 12px);
    --kb-touch: 44px;
    color: var(--kb-text);
  }
  :host([dark]) {
    --kb-accent: color-mix(in srgb, var(--kb-primary) 72%, #fff);
    --kb-tint: color-mix(in srgb, var(--kb-primary) 16%, var(--kb-card));
    --kb-good: #6dd58c;
    --kb-bad: #ff897d;
    --kb-warn: #ffb951;
    --kb-bad-tint: color-mix(in srgb, #ff5449 14%, var(--kb-card));
    --kb-warn-tint: color-mix(in srgb, #ffb951 13%, var(--kb-card));
    color-scheme: dark;
  }
`,Tt=$`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: 1.25rem;
    line-height: 1.4;
    font-weight: 600;
  }
  h3 {
    font-size: 1.0625rem;
    line-height: 1.4;
    font-weight: 600;
  }
  p,
  li,
  dd,
  dt {
    line-height: 1.65;
    overflow-wrap: anywhere;
  }
  a {
    color: var(--kb-accent);
  }
  .icon {
    flex: none;
    fill: currentColor;
    display: block;
  }
  .soft {
    color: var(--kb-soft);
  }
  .small {
    font-size: 0.875rem;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--kb-accent);
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation-duration: 0.01ms !important;
      transition-duration: 0.01ms !important;
    }
  }
`,Ht=$`
  .button,
  .round {
    font: inherit;
    color: inherit;
    border: 0;
    background: none;
    cursor: pointer;
    min-height: var(--kb-touch);
    -webkit-tap-highlight-color: transparent;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 10px 20px;
    border-radius: 999px;
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    color: var(--kb-accent);
    background: var(--kb-tint);
    transition: filter 0.15s;
  }
  .button.primary {
    color: #fff;
    background: var(--kb-fill);
  }
  .button.danger {
    color: var(--kb-bad);
    background: var(--kb-bad-tint);
  }
  .button.quiet {
    background: none;
    padding-inline: 12px;
  }
  .button:hover:not(:disabled) {
    filter: brightness(0.95);
  }
  :host([dark]) .button:hover:not(:disabled) {
    filter: brightness(1.12);
  }
  .button:disabled,
  .round:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .round {
    display: inline-grid;
    place-items: center;
    width: var(--kb-touch);
    height: var(--kb-touch);
    padding: 0;
    border-radius: 50%;
    flex: none;
  }
  .round:hover:not(:disabled) {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
`,jt=$`
  .page {
    max-width: 1280px;
    margin: 0 auto;
    padding: 24px 24px 40px;
    display: grid;
    gap: 24px;
  }
  .page > * {
    min-width: 0;
  }
  .card {
    background: var(--kb-card);
    border: 1px solid var(--kb-line);
    border-radius: var(--kb-radius);
    padding: 20px;
  }
  .note {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    padding: 12px 16px;
    border-radius: var(--kb-radius);
    background: var(--kb-tint);
    line-height: 1.6;
  }
  .note > .icon {
    margin-top: 1px;
    color: var(--kb-accent);
  }
  .note > div {
    flex: 1;
    min-width: 0;
  }
  .note.bad {
    background: var(--kb-bad-tint);
  }
  .note.bad > .icon {
    color: var(--kb-bad);
  }
  .note.warn {
    background: var(--kb-warn-tint);
  }
  .note.warn > .icon {
    color: var(--kb-warn);
  }
  .facts {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 4px 16px;
  }
  .facts dt {
    color: var(--kb-soft);
  }
  @media (max-width: 599px) {
    .page {
      padding: 16px 16px 32px;
      gap: 16px;
    }
    .card {
      padding: 16px;
    }
  }
`,qt=$`
  .field {
    display: grid;
    gap: 6px;
  }
  .field > label,
  .field > .label,
  legend {
    font-weight: 600;
    line-height: 1.5;
    padding: 0;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
    display: grid;
    gap: 6px;
  }
  .hint {
    color: var(--kb-soft);
    font-size: 0.875rem;
    line-height: 1.6;
  }
  input[type="text"],
  input[type="password"],
  input[type="date"],
  input[type="time"],
  input[type="datetime-local"],
  input[type="search"],
  select,
  textarea {
    font: inherit;
    font-size: 1rem;
    color: var(--kb-text);
    background: var(--kb-card);
    border: 1px solid color-mix(in srgb, var(--kb-text) 45%, var(--kb-card));
    border-radius: 8px;
    min-height: 48px;
    padding: 10px 12px;
    width: 100%;
    max-width: 100%;
    min-width: 0;
  }
  textarea {
    resize: vertical;
    min-height: 88px;
    line-height: 1.6;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: var(--kb-touch);
    padding: 8px 12px;
    border: 1px solid var(--kb-line);
    border-radius: 10px;
    cursor: pointer;
    line-height: 1.5;
  }
  .choice:has(:checked) {
    border-color: var(--kb-accent);
    background: var(--kb-tint);
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--kb-accent);
    outline-offset: 2px;
  }
  .choice input:focus-visible {
    outline: none;
  }
  .choice input {
    width: 20px;
    height: 20px;
    margin: 0;
    flex: none;
    accent-color: var(--kb-fill);
  }
`,$t=[Nt,Tt,Ht,jt,qt];var Y=class extends b{static{this.styles=$t}t(t,e){return this.panel.t(t,e)}willUpdate(t){t.has("panel")&&this.toggleAttribute("dark",this.panel.hass.themes.darkMode)}};tt([L({attribute:!1})],Y.prototype,"panel",2);export{$ as a,It as b,Vt as c,d,b as e,L as f,ae as g,de as h,$t as i,Y as j};
